using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>One line: logo, text, hero and button side by side, for canvases much wider than high.</summary>
internal static class StripLayout
{
    private static readonly LayoutRole[] Reading = [LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.Disclaimer];

    public static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var margin = Math.Max(6, 1.6 * LayoutRules.Margin(canvas));
        if (corner.X < 0 || Furniture.Logo(content, (IsLine(canvas) ? 0.34 : 0.19) * area.Height, 0.17 * area.Width, area.Height) is not { } logo)
        {
            return null;
        }

        var logoBox = new Box(area.X, area.CenterY - (logo.Height / 2), logo.Width, logo.Height);
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        var right = label.Box.X;
        if (content.Texts.TryGetValue(LayoutRole.CallToAction, out var button))
        {
            if (PlaceButton(button, label.Box, corner, area, margin, (IsLine(canvas) ? 0.2 : 0.1) * area.Height) is not { } placed)
            {
                return null;
            }

            texts[LayoutRole.CallToAction] = placed;
            right = Math.Min(right, placed.Box.X);
        }

        var left = logoBox.Right + Math.Max(margin, logo.Logo.ClearSpace * logo.Height);
        var heroFirst = false;
        Box? hero = null;
        if (content.HasHero && proposal.Boxes.TryGetValue(LayoutRole.Hero, out var wanted))
        {
            var width = Math.Clamp(wanted.Width, 0.9 * canvas.Height, 1.5 * canvas.Height);
            heroFirst = proposal.Boxes.TryGetValue(LayoutRole.Headline, out var headlineBox) && wanted.CenterX < headlineBox.CenterX;
            hero = heroFirst
                ? new Box(left - (0.3 * margin), 0, width, canvas.Height)
                : new Box(right - (0.6 * margin) - width, 0, width, canvas.Height);
        }

        var column = new Box(
            heroFirst && hero is { } h ? h.Right + (0.4 * margin) : left, area.Y,
            0, area.Height);
        column = column with { Width = (hero is { } g && !heroFirst ? g.X - (0.4 * margin) : right - margin) - column.X };
        List<(LayoutRole, TextContent)> roles = [.. Reading.Where(content.Texts.ContainsKey).Select(r => (r, content.Texts[r]))];
        var low = content.Texts[LayoutRole.Headline].MinSize;
        var high = Math.Max(low, 0.46 * canvas.Height);
        if (column.Width <= 0 || ColumnPacker.Largest(low, high, s => ColumnPacker.At(roles, s, column.Width) is { } stack && stack.Height <= 0.94 * area.Height) is not { } size)
        {
            return null;
        }

        var packed = ColumnPacker.At(roles, size, column.Width)!;

        // Half of the slack moves the text towards the middle of its column, so that short copy is not stuck to the logo.
        var x = column.X + (heroFirst ? 0 : 0.25 * Math.Max(0, column.Width - packed.Width));
        var y = area.Y + ((area.Height - packed.Height) / 2);
        foreach (var (item, _, dy) in packed.Items)
        {
            texts[item.Role] = new PlacedText(new Box(x, y + dy, item.Width, item.Height), item.Size, item.Setting, item.Role == LayoutRole.Benefit ? 0.5 : 0);
        }

        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box).Add(LayoutRole.Logo, logoBox);
        if (hero is { } box)
        {
            boxes = boxes.Add(LayoutRole.Hero, box);
        }

        return new RepairedLayout(canvas, CompositionFamily.Strip, boxes, texts.ToImmutableSortedDictionary(), logo.Logo, []);
    }

    // A real strip is so low that everything in it is relatively large; a wide banner is set like other banners.
    private static bool IsLine(CanvasSize canvas) => canvas.Ratio >= 5;

    private static PlacedText? PlaceButton(TextContent button, Box label, Furniture.Corner corner, Box area, double margin, double wanted)
    {
        var size = Math.Max(button.MinSize, wanted);
        var sized = TextBlock.At(LayoutRole.CallToAction, button, button.Settings[0], size);
        var free = area.Height - label.Height - (0.2 * margin);
        if (sized.Height > free)
        {
            sized = TextBlock.At(LayoutRole.CallToAction, button, button.Settings[0], button.MinSize);
        }

        if (sized.Height > area.Height || sized.Width > 0.4 * area.Width)
        {
            return null;
        }

        // Under or over the label where both fit, else to its left.
        if (sized.Height <= free)
        {
            var y = corner.Y < 0
                ? Math.Max(label.Bottom + (0.2 * margin), area.CenterY - (sized.Height / 2))
                : Math.Min(label.Y - (0.2 * margin) - sized.Height, area.CenterY - (sized.Height / 2));
            return new PlacedText(new Box(area.Right - sized.Width, y, sized.Width, sized.Height), sized.Size, sized.Setting, 0.5);
        }

        var beside = new Box(label.X - (0.5 * margin) - sized.Width, area.CenterY - (sized.Height / 2), sized.Width, sized.Height);
        return new PlacedText(beside, sized.Size, sized.Setting, 0.5);
    }
}
