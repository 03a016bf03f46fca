using Creative.Contract.V1;
using Creative.Core.Composition;

namespace Creative.Server.Mapping;

/// <summary>How to paint, from what was asked for or from what was done.</summary>
internal static class PaintMapping
{
    private const int DefaultCandidates = 2;

    public static PaintSettings ToSettings(RenderOptions options) => new(
        options.Steps == 0 ? null : options.Steps,
        options.Guidance == 0 ? null : options.Guidance,
        options.Scheduler.Length == 0 ? null : options.Scheduler,
        options.Candidates == 0 ? DefaultCandidates : options.Candidates,
        options.FewSteps);

    /// <summary>The settings with which the elements of an asset were painted; the same for all of them.</summary>
    public static PaintSettings ToSettings(Provenance provenance) => provenance.Elements.FirstOrDefault() is { } element
        ? new PaintSettings(element.Steps, element.Guidance, element.Scheduler, element.Candidates, element.FewSteps)
        : new PaintSettings();
}
