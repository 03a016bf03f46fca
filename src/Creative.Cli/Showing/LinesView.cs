using Creative.Cli.Delivery;
using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>Plain lines for logs: a new one for each stage of each variant, each tenth of the way and each refusal.</summary>
internal sealed class LinesView(Terminal terminal, string title) : IRenderView
{
    private (int Variant, RenderStage Stage, int Tenth) _last = (-1, RenderStage.Unspecified, -1);

    public Task ShowAsync(Func<Task> work)
    {
        terminal.Error.WriteLine(title);
        return work();
    }

    public void Progress(RenderEvent happened, RenderProgress progress)
    {
        var now = (progress.Variant, progress.Stage, (int)(progress.Fraction * 10));
        if (now != _last)
        {
            _last = now;
            terminal.Error.WriteLine($"  {progress.Fraction * 100,3:0} %  {RenderViews.Describe(progress)}");
        }
    }

    public void Delivered(RenderEvent happened, Asset asset, SavedFile? saved)
    {
        // The table at the end lists the files.
    }

    public void Refused(RenderEvent happened, Refusal refusal) =>
        terminal.Error.WriteLine($"  refused  variant {refusal.Variant + 1}, {refusal.Placement}: {refusal.Rule}: {refusal.Reason}");

    public void Ended(RenderEvent happened, RenderSummary summary) =>
        terminal.Error.WriteLine($"  {summary.State.ToString().ToLowerInvariant()} after {summary.ElapsedMs / 1000.0:0.0} s: {summary.Delivered} delivered, {summary.Refused} refused");
}
