using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>A text column beside the hero: text left or text right, flush left in its column.</summary>
internal static class SideLayout
{
    private static readonly LayoutRole[] Reading = [LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.CallToAction];

    public static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var margin = LayoutRules.Margin(canvas);
        var textLeft = proposal.Composition == CompositionFamily.TextLeft;
        var split = Split(proposal, content, textLeft) * canvas.Width;
        var column = textLeft
            ? area with { Width = split - area.X }
            : area with { X = split, Width = area.Right - split };
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var labelInColumn = label.Box.Grow(margin * 0.5).Overlaps(column);

        var logoHeight = (canvas.Ratio > 2.2 ? 0.13 : 0.085) * canvas.ShortSide;
        var logoRoom = labelInColumn && corner.Y < 0 ? column.Width - label.Box.Width - margin : column.Width;
        if (Furniture.Logo(content, logoHeight, Math.Min(logoRoom, 0.75 * column.Width), 0.3 * area.Height) is not { } logo)
        {
            return null;
        }

        var logoX = labelInColumn && corner is { X: < 0, Y: < 0 } ? column.Right - logo.Width : column.X;
        var logoBox = new Box(logoX, area.Y, logo.Width, logo.Height);
        var top = logoBox.Bottom + Math.Max(0.5 * margin, logo.Logo.ClearSpace * logo.Height);
        var bottom = area.Bottom;
        if (labelInColumn)
        {
            (top, bottom) = corner.Y < 0 ? (Math.Max(top, label.Box.Bottom + (0.4 * margin)), bottom) : (top, label.Box.Y - (0.4 * margin));
        }

        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        if (content.Texts.TryGetValue(LayoutRole.Disclaimer, out var small))
        {
            if (TextBlock.Fit(LayoutRole.Disclaimer, small, 0, column.Width) is not { } sized)
            {
                return null;
            }

            var box = new Box(column.X, bottom - sized.Height, sized.Width, sized.Height);
            texts[LayoutRole.Disclaimer] = new PlacedText(box, sized.Size, sized.Setting, 0);
            bottom = box.Y - (0.6 * margin);
        }

        List<(LayoutRole, TextContent)> roles = [.. Reading.Where(content.Texts.ContainsKey).Select(r => (r, content.Texts[r]))];
        var room = bottom - top;
        var inRows = canvas.Ratio > 2.2;
        var low = content.Texts[LayoutRole.Headline].MinSize;
        var high = Math.Max(low, (inRows ? 0.32 : 0.2) * canvas.ShortSide);
        if (room <= 0 || ColumnPacker.Largest(low, high, s => ColumnPacker.At(roles, s, column.Width, inRows) is { } stack && stack.Height <= room) is not { } headline)
        {
            return null;
        }

        var packed = ColumnPacker.At(roles, headline, column.Width, inRows)!;

        // Optical centre: a little above the middle.
        var y = top + (0.46 * (room - packed.Height));
        foreach (var (item, dx, dy) in packed.Items)
        {
            texts[item.Role] = new PlacedText(
                new Box(column.X + dx, y + dy, item.Width, item.Height), item.Size, item.Setting, item.Role is LayoutRole.CallToAction or LayoutRole.Benefit ? 0.5 : 0);
        }

        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box).Add(LayoutRole.Logo, logoBox);
        if (content.HasHero)
        {
            boxes = boxes.Add(LayoutRole.Hero, HeroBox(canvas, content.Safe, packed.Width, column, textLeft, margin, labelInColumn ? null : label.Box, corner));
        }

        return new RepairedLayout(canvas, proposal.Composition, boxes, texts.ToImmutableSortedDictionary(), logo.Logo, []);
    }

    private static Box HeroBox(CanvasSize canvas, Insets safe, double textWidth, Box column, bool textLeft, double margin, Box? label, Furniture.Corner corner)
    {
        // The hero may use what the text leaves over, up to the edge of the canvas.
        var inner = textLeft ? Math.Min(column.Right, column.X + textWidth + margin) : column.X;
        var left = textLeft ? Math.Max(inner, column.Right - (0.18 * canvas.Width)) + (0.4 * margin) : safe.Left;
        var right = textLeft ? canvas.Width - safe.Right : inner - (0.6 * margin);
        var top = safe.Top + (0.35 * margin);
        var bottom = canvas.Height - safe.Bottom - (0.35 * margin);
        if (label is { } l)
        {
            (top, bottom) = corner.Y < 0 ? (l.Bottom + (0.2 * margin), bottom) : (top, l.Y - (0.2 * margin));
        }

        return new Box(left, top, right - left, bottom - top);
    }

    private static double Split(Layout proposal, LayoutContent content, bool textLeft)
    {
        if (!content.HasHero || !proposal.Boxes.TryGetValue(LayoutRole.Hero, out var hero))
        {
            return textLeft ? 0.9 : 0.1;
        }

        var texts = Reading.Where(proposal.Boxes.ContainsKey).Select(r => proposal.Boxes[r]).DefaultIfEmpty(proposal.Canvas.Bounds).ToArray();
        return textLeft
            ? Math.Clamp((texts.Max(t => t.Right) + hero.X) / 2 / proposal.Canvas.Width, 0.48, 0.64)
            : Math.Clamp((texts.Min(t => t.X) + hero.Right) / 2 / proposal.Canvas.Width, 0.36, 0.52);
    }
}
