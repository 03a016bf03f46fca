using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>One line: logo, text, hero and action side by side, for canvases much wider than high.</summary>
internal static class StripLayout
{
    private const double WidestHero = 0.34;

    // Headline size over the height of a strip; where a subhead makes it smaller, the subhead goes.
    private const double WantedHeadline = 0.3;

    // How much larger the headline has to become for the hero to be cut narrower.
    private const double NarrowHeroWorth = 1.12;

    private static readonly LayoutRole[] Reading = [LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.Disclaimer];

    public static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var (margin, isLine) = (Math.Max(6, 1.6 * LayoutRules.Margin(canvas)), IsLine(canvas));
        if (corner.X < 0 || Furniture.Logo(content, (isLine ? 0.34 : 0.19) * area.Height, 0.17 * area.Width, area.Height) is not { } logo)
        {
            return null;
        }

        var logoBox = new Box(area.X, area.CenterY - (logo.Height / 2), logo.Width, logo.Height);
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        if (!ActionColumn.Place(texts, content, label.Box, corner, area, margin, isLine))
        {
            return null;
        }

        var right = texts.Values.Min(t => t.Box.X);
        var left = logoBox.Right + Math.Max(margin, logo.Logo.ClearSpace * logo.Height);
        var heroFirst = false;
        double[] widths = [0];
        if (content.HasHero && proposal.Boxes.TryGetValue(LayoutRole.Hero, out var wanted))
        {
            var narrow = 0.9 * canvas.Height;
            widths = [Math.Clamp(wanted.Width, narrow, Math.Max(narrow, Math.Min(1.5 * canvas.Height, WidestHero * canvas.Width))), narrow];
            heroFirst = proposal.Boxes.TryGetValue(LayoutRole.Headline, out var headlineBox) && wanted.CenterX < headlineBox.CenterX;
        }

        var roles = ReadingOrder.Present(content, Reading.Where(r => !texts.ContainsKey(r)));
        (Box? Hero, Box Column, ColumnPacker.Stack Packed)? best = null;
        foreach (var width in widths.Distinct())
        {
            Box? beside = width == 0 ? null : new Box(heroFirst ? left - (0.3 * margin) : right - (0.6 * margin) - width, 0, width, canvas.Height);
            var start = heroFirst && beside is { } h ? h.Right + (0.4 * margin) : left;
            var free = area with { X = start, Width = (beside is { } g && !heroFirst ? g.X - (0.4 * margin) : right - margin) - start };
            if (free.Width > 0 && StripColumn.Pack(roles, free, canvas, isLine) is { } stack && (best is not { } b || stack.HeadlineSize >= NarrowHeroWorth * b.Packed.HeadlineSize))
            {
                best = (beside, free, stack);
            }
        }

        if (best is not var (hero, column, packed) || (isLine && content.Texts.ContainsKey(LayoutRole.Subhead) && packed.HeadlineSize < WantedHeadline * canvas.Height))
        {
            return null;
        }

        // A little of the slack moves the text off the logo.
        var x = column.X + (heroFirst ? 0 : 0.12 * Math.Max(0, column.Width - packed.Width));
        var y = area.Y + ((area.Height - packed.Height) / 2);
        packed.PutLeft(texts, x, y);

        // The hero takes what short copy leaves, so that the three parts stand evenly.
        if (hero is { } box && !heroFirst)
        {
            var free = Math.Max(0, box.X - (x + packed.Width + (0.4 * margin)));
            hero = box with { X = box.X - (0.6 * free), Width = box.Width + (0.6 * free) };
        }

        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box).Add(LayoutRole.Logo, logoBox);
        return new RepairedLayout(
            canvas, CompositionFamily.Strip, hero is { } placed ? boxes.Add(LayoutRole.Hero, placed) : boxes, texts.ToImmutableSortedDictionary(), logo.Logo, []);
    }

    // A real strip is so low that everything in it is relatively large; a wide banner is set like other banners.
    private static bool IsLine(CanvasSize canvas) => canvas.Ratio >= 5;
}
