using System.Text.Json;
using Creative.Cli.Delivery;
using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>JSON lines on standard output: {"event": …} as it came, {"saved": …} after each file, {"index": …} last.</summary>
internal sealed class JsonView(Terminal terminal) : IRenderView
{
    public Task ShowAsync(Func<Task> work) => work();

    public void Progress(RenderEvent happened, RenderProgress progress) => Write(happened);

    public void Delivered(RenderEvent happened, Asset asset, SavedFile? saved)
    {
        Write(happened);
        if (saved is not null)
        {
            terminal.Out.WriteLine($$"""{"saved":{{JsonSerializer.Serialize(saved, Json.Compact.SavedFile)}}}""");
        }
    }

    public void Refused(RenderEvent happened, Refusal refusal) => Write(happened);

    public void Ended(RenderEvent happened, RenderSummary summary) => Write(happened);

    private void Write(RenderEvent happened) => terminal.Out.WriteLine($$"""{"event":{{Json.Of(happened)}}}""");
}
