using Creative.Cli.Delivery;
using Creative.Contract.V1;
using Spectre.Console;

namespace Creative.Cli.Showing;

/// <summary>Bars for a person: the whole render, the step being taken, and the files of each variant.</summary>
internal sealed class BarsView(Terminal terminal, string title, int placements) : IRenderView
{
    private readonly SortedDictionary<int, ProgressTask> _variants = [];
    private ProgressContext? _context;
    private ProgressTask? _whole;
    private ProgressTask? _step;

    public Task ShowAsync(Func<Task> work) => terminal.Progress
        .Progress()
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            _context = context;
            _whole = context.AddTask(Markup.Escape(title), maxValue: 1);
            _step = context.AddTask("waiting", maxValue: 1);
            await work();
        });

    public void Progress(RenderEvent happened, RenderProgress progress)
    {
        const int longest = 60;
        var text = RenderViews.Describe(progress);
        _whole!.Value = progress.Fraction;
        _step!.Description = Markup.Escape(text.Length > longest ? text[..longest] + "…" : text);
        _step.MaxValue = Math.Max(1, progress.Steps);
        _step.Value = progress.Step;
    }

    public void Delivered(RenderEvent happened, Asset asset, SavedFile? saved) => Files(asset.Variant).Increment(1);

    public void Refused(RenderEvent happened, Refusal refusal)
    {
        Files(refusal.Variant).Increment(1);
        terminal.Progress.MarkupLineInterpolated($"[yellow]refused[/] variant {refusal.Variant + 1}, {refusal.Placement}: {refusal.Rule}: {refusal.Reason}");
    }

    public void Ended(RenderEvent happened, RenderSummary summary)
    {
        _whole!.Value = 1;
        _step!.Description = summary.State.ToString().ToLowerInvariant();
        _step.Value = _step.MaxValue;
    }

    private ProgressTask Files(int variant)
    {
        if (!_variants.TryGetValue(variant, out var task))
        {
            task = _context!.AddTask($"variant {variant + 1}: files", maxValue: Math.Max(1, placements));
            _variants.Add(variant, task);
        }

        return task;
    }
}
