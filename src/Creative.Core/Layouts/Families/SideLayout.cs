using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>A text column beside the hero: text left or text right, flush left in its column.</summary>
internal static class SideLayout
{
    // Of the room that short copy leaves at the outer edge, what goes to the hero on the other side.
    private const double ToHero = 0.5;

    public static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner)
    {
        var area = LayoutRules.TextArea(content.Canvas, content.Safe);
        var textLeft = proposal.Composition == CompositionFamily.TextLeft;
        var column = Column(proposal, content, area, textLeft);
        if (SideColumn.Place(content, column, area, corner) is not { } placed)
        {
            return null;
        }

        // Text on the right that does not reach the edge would leave a gap there: it moves, and the hero grows.
        var gap = column.Right - placed.Right;
        if (!textLeft && content.HasHero && gap > LayoutRules.Margin(content.Canvas))
        {
            var moved = column with { X = column.X + (ToHero * gap), Width = column.Width - (ToHero * gap) };
            (column, placed) = SideColumn.Place(content, moved, area, corner) is { } nearer ? (moved, nearer) : (column, placed);
        }

        var boxes = placed.Texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box).Add(LayoutRole.Logo, placed.LogoBox);
        if (content.HasHero)
        {
            boxes = boxes.Add(LayoutRole.Hero, HeroBox(content, placed, column, textLeft, corner));
        }

        return new RepairedLayout(content.Canvas, proposal.Composition, boxes, placed.Texts.ToImmutableSortedDictionary(), placed.Logo, []);
    }

    private static Box HeroBox(LayoutContent content, SideColumn.Placed placed, Box column, bool textLeft, Furniture.Corner corner)
    {
        // The hero may use what the text leaves over, up to the edge of the canvas.
        var (canvas, safe, margin) = (content.Canvas, content.Safe, LayoutRules.Margin(content.Canvas));
        var inner = textLeft ? Math.Min(column.Right, column.X + placed.WordsWidth + margin) : column.X;
        var left = textLeft ? Math.Max(inner, column.Right - (0.3 * canvas.Width)) + (0.4 * margin) : safe.Left;
        var right = textLeft ? canvas.Width - safe.Right : inner - (0.6 * margin);
        var top = safe.Top + (0.35 * margin);
        var bottom = canvas.Height - safe.Bottom - (0.35 * margin);
        if (!placed.LabelInColumn)
        {
            var label = placed.Texts[LayoutRole.AiLabel].Box;
            (top, bottom) = corner.Y < 0 ? (label.Bottom + (0.2 * margin), bottom) : (top, label.Y - (0.2 * margin));
        }

        return new Box(left, top, right - left, Math.Min(bottom, placed.HeroFloor) - top);
    }

    // Between words and hero where the proposal has it, within what both can live with; all there is where no hero is wanted.
    private static Box Column(Layout proposal, LayoutContent content, Box area, bool textLeft)
    {
        if (!content.HasHero || !proposal.Boxes.TryGetValue(LayoutRole.Hero, out var hero))
        {
            return area;
        }

        var width = proposal.Canvas.Width;
        var texts = ReadingOrder.Roles.Where(proposal.Boxes.ContainsKey).Select(r => proposal.Boxes[r]).DefaultIfEmpty(proposal.Canvas.Bounds).ToArray();
        if (textLeft)
        {
            return area with { Width = (Math.Clamp((texts.Max(t => t.Right) + hero.X) / 2 / width, 0.48, 0.64) * width) - area.X };
        }

        var split = Math.Clamp((texts.Min(t => t.X) + hero.Right) / 2 / width, 0.36, 0.52) * width;
        return area with { X = split, Width = area.Right - split };
    }
}
