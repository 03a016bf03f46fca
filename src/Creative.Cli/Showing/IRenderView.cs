using Creative.Cli.Commands;
using Creative.Cli.Delivery;
using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>Shows a render while it runs.</summary>
internal interface IRenderView
{
    /// <summary>Runs <paramref name="work"/>, which calls the other members, on a prepared screen.</summary>
    Task ShowAsync(Func<Task> work);

    void Progress(RenderEvent happened, RenderProgress progress);

    /// <param name="saved">Null when files are not kept.</param>
    void Delivered(RenderEvent happened, Asset asset, SavedFile? saved);

    void Refused(RenderEvent happened, Refusal refusal);

    void Ended(RenderEvent happened, RenderSummary summary);
}

internal static class RenderViews
{
    /// <param name="placements">Per variant; 0 when not known.</param>
    public static IRenderView For(CommandCall call, string title, int placements) => call switch
    {
        { AsJson: true } => new JsonView(call.Terminal),
        { Terminal.Interactive: true } => new BarsView(call.Terminal, title, placements),
        _ => new LinesView(call.Terminal, title),
    };

    /// <summary>What is going on, such as "variant 2: painting gold coin, warm light, step 7 of 20".</summary>
    public static string Describe(RenderProgress progress)
    {
        var doing = progress.Stage switch
        {
            RenderStage.Check => "checking the brief",
            RenderStage.Concept => "deciding the concept",
            RenderStage.Elements => "painting",
            RenderStage.Compose => "composing",
            RenderStage.Done => "done",
            _ => "working",
        };
        var what = progress.Detail.Length > 0 ? $" {progress.Detail}" : "";
        var step = progress.Steps > 1 ? $", step {progress.Step} of {progress.Steps}" : "";
        return $"variant {progress.Variant + 1}: {doing}{what}{step}";
    }
}
