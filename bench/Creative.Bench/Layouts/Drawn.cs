using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Layouts.Metrics;

namespace Creative.Bench.Layouts;

/// <summary>A layout as it would be drawn, by us or by a baseline.</summary>
/// <param name="Layout">Boxes around what is drawn. Of a baseline, it may break every rule.</param>
/// <param name="Hero">Around the visible part of the main element; null: none is drawn.</param>
internal sealed record Drawn(RepairedLayout Layout, LayoutContent Content, Box? Hero)
{
    /// <summary>Letters as text, their plates as underlays, the logo.</summary>
    public MeasuredLayout Measured => new(Layout.Canvas,
    [
        .. Layout.Texts.Select(t => new LayoutElement(ElementClass.Text, t.Value.Ink(Content.Texts[t.Key]))),
        .. Layout.Texts.Where(t => HasPlate(t.Key)).Select(t => new LayoutElement(ElementClass.Underlay, t.Value.Box)),
        .. Layout.Boxes.Where(b => b.Key == LayoutRole.Logo).Select(b => new LayoutElement(ElementClass.Logo, b.Value)),
    ]);

    /// <summary>Everything but the hero, plates and padding included: what must not touch.</summary>
    public MeasuredLayout Solid => new(Layout.Canvas,
        [.. Layout.Boxes.Where(b => b.Key != LayoutRole.Hero).Select(b => new LayoutElement(b.Key == LayoutRole.Logo ? ElementClass.Logo : ElementClass.Text, b.Value))]);

    /// <summary>Letters that stand on the picture itself.</summary>
    public IEnumerable<Box> BareText => Layout.Texts.Where(t => !HasPlate(t.Key)).Select(t => t.Value.Ink(Content.Texts[t.Key]));

    public static bool HasPlate(LayoutRole role) => role is LayoutRole.CallToAction or LayoutRole.Benefit;
}
