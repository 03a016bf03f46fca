using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Core.Scenes;
using Google.Protobuf;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Jobs;

/// <summary>Turns the steps of one render into progress: which share of the whole is done, and a preview where it is wanted.</summary>
/// <param name="feed">Where it goes.</param>
/// <param name="options">Whether previews are wanted, and how large.</param>
/// <param name="variants">Concepts in all.</param>
/// <param name="rasterizer">Makes the previews.</param>
public sealed class RenderProgressReporter(RenderFeed feed, RenderOptions options, int variants, IRasterizer rasterizer)
{
    /// <summary>Share of a concept's time that goes into painting it; the rest is composing its sizes.</summary>
    private const double PaintingShare = 0.7;

    private const int DefaultPreviewSize = 96;

    public void Checking() => feed.Publish(new RenderProgress { Stage = RenderStage.Check, Step = 1, Steps = 1 });

    public void Conceived() => feed.Publish(new RenderProgress { Stage = RenderStage.Concept, Step = 1, Steps = 1 });

    public void Painted(int variant, PaintStep step)
    {
        var progress = new RenderProgress
        {
            Stage = RenderStage.Elements,
            Step = step.Step,
            Steps = step.Steps,
            Variant = variant,
            Detail = step.Prompt,
            Fraction = (variant + (PaintingShare * step.Step / step.Steps)) / variants,
        };
        if (options.Previews && feed.IsWatched)
        {
            progress.PreviewPng = Preview(step);
        }

        feed.Publish(progress);
    }

    public void Composed(int variant, string placement, int done, int all) => feed.Publish(new RenderProgress
    {
        Stage = RenderStage.Compose,
        Step = done,
        Steps = all,
        Variant = variant,
        Detail = placement,
        Fraction = (variant + PaintingShare + ((1 - PaintingShare) * done / all)) / variants,
    });

    public void Done() => feed.Publish(new RenderProgress { Stage = RenderStage.Done, Step = 1, Steps = 1, Variant = variants - 1, Fraction = 1 });

    private ByteString Preview(PaintStep step)
    {
        using var element = step.Preview();
        using var small = rasterizer.Thumbnail(element, options.PreviewSize == 0 ? DefaultPreviewSize : options.PreviewSize);
        return UnsafeByteOperations.UnsafeWrap(rasterizer.Encode(small, ImageFormat.Png, quality: 0));
    }
}
