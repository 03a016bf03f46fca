using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>
/// A poster whose lower part belongs to the platform's own controls: the words stand at the top of what is free, small
/// print included, and the hero below them reaches into the part that text stays out of, so that it is not squeezed
/// between two lines of text while a third of the canvas is left empty.
/// </summary>
internal static class DeepPosterLayout
{
    private const double DeepInset = 0.15;

    // Captions and buttons of the platforms stand in the lower part of their zone; a hero may use the rest.
    private const double HeroShareOfInset = 0.55;

    private static readonly LayoutRole[] Reading =
        [LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.CallToAction, LayoutRole.Disclaimer];

    /// <summary>There is a hero, and the canvas is deep.</summary>
    public static bool Suits(LayoutContent content) => content.HasHero && IsDeep(content.Canvas, content.Safe);

    /// <summary>The safe area ends at least 15 % above the bottom edge.</summary>
    public static bool IsDeep(CanvasSize canvas, Insets safe) => safe.Bottom >= DeepInset * canvas.Height;

    /// <summary>Null where the AI label would stand at the bottom, or not everything fits above a hero of decent size.</summary>
    public static RepairedLayout? Build(LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var margin = LayoutRules.Margin(canvas);
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        if (corner.Y > 0 || Furniture.Logo(content, Furniture.LogoHeight * canvas.ShortSide, Math.Min(area.Width - label.Box.Width - margin, 0.5 * area.Width), 0.2 * area.Height) is not { } logo)
        {
            return null;
        }

        var logoBox = new Box(corner.X < 0 ? area.Right - logo.Width : area.X, area.Y, logo.Width, logo.Height);
        var top = Math.Max(logoBox.Bottom + Math.Max(0.6 * margin, logo.Logo.ClearSpace * logo.Height), label.Box.Bottom + (0.4 * margin));
        var heroBottom = canvas.Height - ((1 - HeroShareOfInset) * content.Safe.Bottom);
        var (zone, gap) = (heroBottom - top, 0.5 * margin);
        var widest = 0.96 * area.Width;
        var room = Math.Min(area.Bottom - top, (0.56 * zone) - gap);
        var roles = ReadingOrder.Present(content, Reading);
        var low = content.Texts[LayoutRole.Headline].MinSize;
        var high = Math.Max(low, 0.2 * canvas.ShortSide);
        if (room <= 0 || ColumnPacker.Largest(low, high, s => ColumnPacker.At(roles, s, widest) is { } stack && stack.Height <= room) is not { } headline)
        {
            return null;
        }

        var packed = ColumnPacker.At(roles, headline, widest)!;
        var heroRoom = zone - packed.Height - gap;
        var heroHeight = Math.Min(heroRoom, 1.1 * canvas.Width);
        var start = Math.Min(top + (0.35 * (heroRoom - heroHeight)), area.Bottom - packed.Height);
        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        packed.PutCentred(texts, area.CenterX, start);
        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box)
            .Add(LayoutRole.Logo, logoBox)
            .Add(LayoutRole.Hero, new Box(0, start + packed.Height + gap, canvas.Width, heroHeight));
        return new RepairedLayout(canvas, CompositionFamily.HeroBehind, boxes, texts.ToImmutableSortedDictionary(), logo.Logo, []);
    }
}
