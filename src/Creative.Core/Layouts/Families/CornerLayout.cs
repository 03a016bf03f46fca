using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>
/// A poster in two steps: the headline across the top, flush left, then offer and button at the lower left and a large
/// hero at the lower right. On squares this gives the hero about twice the area it has between two
/// lines of text.
/// </summary>
internal static class CornerLayout
{
    private const double Narrowest = 0.9;
    private const double Widest = 1.5;

    // Height kept for the hero, over the short side, while the headline grows.
    private const double HeroHeight = 0.4;

    // Of offer and button beside the hero, over the width of the text area.
    private const double WidestOffer = 0.5;

    // Share of the hero's width that may stand under the end of a line without being in its way.
    private const double Beside = 0.12;

    private static readonly LayoutRole[] Upper = [LayoutRole.Headline, LayoutRole.Subhead];
    private static readonly LayoutRole[] Lower = [LayoutRole.Benefit, LayoutRole.CallToAction];

    /// <summary>There is a hero, something to stand beside it, and the canvas is neither tower nor banner.</summary>
    public static bool Suits(LayoutContent content) =>
        content.HasHero && content.Canvas.Ratio is >= Narrowest and <= Widest && Lower.Any(content.Texts.ContainsKey);

    /// <summary>Null where the AI label would stand over the headline, or not everything fits beside a hero of decent size.</summary>
    public static RepairedLayout? Build(LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var margin = LayoutRules.Margin(canvas);
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var beside = label.Box.Width + margin;
        if (corner is { X: < 0, Y: < 0 }
            || Furniture.Logo(content, Furniture.LogoHeight * canvas.ShortSide, Math.Min(corner.Y < 0 ? area.Width - beside : area.Width, 0.5 * area.Width), 0.2 * area.Height) is not { } logo)
        {
            return null;
        }

        var logoBox = new Box(area.X, area.Y, logo.Width, logo.Height);
        var top = logoBox.Bottom + Math.Max(0.6 * margin, logo.Logo.ClearSpace * logo.Height);
        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        if (corner.Y < 0)
        {
            top = Math.Max(top, label.Box.Bottom + (0.4 * margin));
        }

        var bottom = corner is { X: < 0, Y: > 0 } ? label.Box.Y - (0.4 * margin) : area.Bottom;
        if (content.Texts.TryGetValue(LayoutRole.Disclaimer, out var small))
        {
            var room = corner.Y > 0 ? area.Width - beside : area.Width;
            if (TextBlock.Fit(LayoutRole.Disclaimer, small, 0, room) is not { } sized)
            {
                return null;
            }

            var x = corner is { X: < 0, Y: > 0 } ? area.X + beside : area.X;
            texts[LayoutRole.Disclaimer] = new PlacedText(new Box(x, area.Bottom - sized.Height, sized.Width, sized.Height), sized.Size, sized.Setting, 0);
            bottom = Math.Min(bottom, area.Bottom - sized.Height - (0.6 * margin));
        }

        if (Words(content, area, bottom - top, margin) is not var (upper, lower))
        {
            return null;
        }

        upper.PutLeft(texts, area.X, top);
        var under = top + upper.Height + (0.6 * margin);
        lower.PutLeft(texts, area.X, under + (0.6 * (bottom - under - lower.Height)));
        var heroLeft = area.X + lower.Width + (0.4 * margin);
        var right = canvas.Width - content.Safe.Right - (0.3 * margin);

        // It rises beside short lines, and stands on what is below it.
        var over = texts.Values.Select(t => t.Box).Where(b => b.Bottom <= under && b.Right > heroLeft + (Beside * (right - heroLeft))).Max(b => b.Bottom) + (0.3 * margin);
        var floor = texts.Values.Select(t => t.Box).Where(b => b.Y > under && b.Right > heroLeft).Select(b => b.Y - (0.3 * margin)).Append(canvas.Height - content.Safe.Bottom - (0.5 * margin)).Min();
        var hero = new Box(heroLeft, over, right - heroLeft, floor - over);
        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box).Add(LayoutRole.Logo, logoBox).Add(LayoutRole.Hero, hero);
        return new RepairedLayout(canvas, CompositionFamily.HeroBehind, boxes, texts.ToImmutableSortedDictionary(), logo.Logo, []);
    }

    private static (ColumnPacker.Stack Upper, ColumnPacker.Stack Lower)? Words(LayoutContent content, Box area, double room, double margin)
    {
        var (above, beside) = (ReadingOrder.Present(content, Upper), ReadingOrder.Present(content, Lower));
        var (widest, hero) = (WidestOffer * area.Width, HeroHeight * content.Canvas.ShortSide);
        var low = content.Texts[LayoutRole.Headline].MinSize;
        bool Fits(double size) =>
            ColumnPacker.At(above, size, area.Width) is { } a && ColumnPacker.At(beside, size, widest) is { } b
            && a.Height + (0.6 * margin) + Math.Max(hero, b.Height) <= room;
        return ColumnPacker.Largest(low, Math.Max(low, 0.2 * content.Canvas.ShortSide), Fits) is { } headline
            ? (ColumnPacker.At(above, headline, area.Width)!, ColumnPacker.At(beside, headline, widest)!)
            : null;
    }
}
