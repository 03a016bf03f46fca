using Creative.Core.Imaging;
using Creative.Core.Layouts.Metrics;
using Xunit;

namespace Creative.Core.Tests.Layouts.Metrics;

public sealed class GoldenMetricsTests
{
    private const MetricMode Published = MetricMode.Published;
    private const MetricMode Corrected = MetricMode.Corrected;

    private static readonly MeasuredLayout A = GoldenLayouts.Normalised("A");
    private static readonly MeasuredLayout B = GoldenLayouts.Normalised("B");

    public static TheoryData<string, string, double> Values() => new()
    {
        { "posterlayout", "validity", PosterMetrics.Validity(GoldenLayouts.Posters) },
        { "posterlayout", "overlay", PosterMetrics.Overlay(GoldenLayouts.ValidPosters, Published) },
        { "posterlayout", "non_alignment_published_script", PosterMetrics.NonAlignment(GoldenLayouts.ValidPosters, Published) },
        { "posterlayout", "non_alignment_per_element", PosterMetrics.NonAlignment(GoldenLayouts.ValidPosters, Corrected) },
        { "posterlayout", "underlay_loose", PosterMetrics.UnderlayLoose(GoldenLayouts.ValidPosters) },
        { "posterlayout", "underlay_strict_published_script", PosterMetrics.UnderlayStrict(GoldenLayouts.ValidPosters, Published) },
        { "posterlayout", "underlay_strict_corrected", PosterMetrics.UnderlayStrict(GoldenLayouts.ValidPosters, Corrected) },
        { "content", "utility", ContentMetrics.Utility(GoldenLayouts.Saliency, Everything(), Corrected) },
        { "content", "occlusion", ContentMetrics.Occlusion(GoldenLayouts.Saliency, Everything(), Corrected) },
        { "content", "unreadability_float_RALF", Unreadability(Corrected, GoldenLayouts.Raster("underlay")) },
        { "content", "unreadability_uint8_PosterLayout", Unreadability(Published, GoldenLayouts.Raster("underlay")) },
        { "content", "unreadability_float_text_without_underlay_subtraction", Unreadability(Corrected, []) },
        { "layoutgan_family", "alignment_ACLayoutGAN_ln", LayoutGanMetrics.Alignment(A, Corrected).Sum() },
        { "layoutgan_family", "alignment_LayoutGAN++_ln", LayoutGanMetrics.Alignment(A, Corrected).Average() },
        { "layoutgan_family", "alignment_LayoutGAN++_log10_RALF", LayoutGanMetrics.Alignment(A, Corrected).Average() / Math.Log(10) },
        { "layoutgan_family", "alignment_LayoutGAN++_ln_with_21_zero_pads_as_published", LayoutGanMetrics.Alignment(A, Published).Average() },
        { "layoutgan_family", "alignment_NDN", LayoutGanMetrics.HorizontalAlignment(A) },
        { "layoutgan_family", "overlap_ACLayoutGAN", LayoutGanMetrics.CoveredShares(A) },
        { "layoutgan_family", "overlap_LayoutGAN++", LayoutGanMetrics.CoveredShares(A) / A.Elements.Length },
        { "layoutgan_family", "overlap_LayoutGAN", LayoutGanMetrics.SharedArea(A) },
        { "layoutgan_family", "overlay_RALF", PosterMetrics.Overlay([A], Corrected) },
        { "layoutgan_family", "max_iou_pair_A_B", LayoutLikeness.MaximumIou(A, B)!.Value },
        { "layoutgan_family", "docsim_A_B", LayoutLikeness.DocSim(A, B) },
        { "cgl_radm", "R_ove", CglMetrics.Overlap(GoldenLayouts.ValidPosters) },
        { "cgl_radm", "R_und", CglMetrics.Underlay(GoldenLayouts.ValidPosters) },
        { "cgl_radm", "R_ali", CglMetrics.Alignment(GoldenLayouts.ValidPosters) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Agrees_with_the_other_implementation(string group, string name, double ours) =>
        Assert.Equal(GoldenLayouts.Value(group, name), ours, GoldenLayouts.Tolerance);

    private static IEnumerable<Box> Everything() =>
        GoldenLayouts.Raster("text").Concat(GoldenLayouts.Raster("underlay")).Concat(GoldenLayouts.Raster("logo"));

    private static double Unreadability(MetricMode mode, IEnumerable<Box> underlays) =>
        ContentMetrics.Unreadability(GoldenLayouts.Gray, GoldenLayouts.Raster("text"), underlays, mode);
}
