using Creative.Core.Diffusion;
using Creative.Server.Models.Serving;

namespace Creative.Server.Hosting;

/// <summary>Leases on the models that one piece of work is done with.</summary>
/// <param name="Upscaler">Null: none.</param>
public sealed record WorkshopModels(ModelLease Elements, ModelLease Layouts, ModelLease? Upscaler) : IDisposable
{
    public void Dispose()
    {
        Elements.Dispose();
        Layouts.Dispose();
        Upscaler?.Dispose();
    }
}

/// <summary>A workshop for one piece of work. Its models stay in memory until it is disposed.</summary>
public sealed class WorkshopLease(Workshop workshop, WorkshopModels models) : IDisposable
{
    public Workshop Workshop { get; } = workshop;

    /// <value>Painter, layouts and, where there is one, the upscaler.</value>
    public IEnumerable<ModelIdentity> Models =>
        Workshop.Upscaler is { } upscaler ? [Workshop.Painter.Model, Workshop.Layouts.Model, upscaler.Model] : [Workshop.Painter.Model, Workshop.Layouts.Model];

    public void Dispose() => models.Dispose();
}
