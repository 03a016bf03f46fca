using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Layouts;

/// <summary>Text and hero one above the other, centred: stacked, and posters whose hero reaches under the text.</summary>
internal static class VerticalLayout
{
    public static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var margin = LayoutRules.Margin(canvas);
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var logoWidth = corner.Y < 0 ? area.Width - label.Box.Width - margin : area.Width;
        if (Furniture.Logo(content, Furniture.LogoHeight * canvas.ShortSide, Math.Min(logoWidth, 0.5 * area.Width), 0.2 * area.Height) is not { } logo)
        {
            return null;
        }

        // On a tower everything stands on one axis; elsewhere the proposal decides.
        var centred = corner.Y > 0 && (RatioFamilies.Of(canvas) == RatioFamily.Tower
            || (proposal.Boxes.TryGetValue(LayoutRole.Logo, out var wanted) && Math.Abs((wanted.CenterX / canvas.Width) - 0.5) < 0.17));
        var logoX = centred ? area.CenterX - (logo.Width / 2) : corner.Y < 0 && corner.X < 0 ? area.Right - logo.Width : area.X;
        var logoBox = new Box(logoX, area.Y, logo.Width, logo.Height);

        var texts = new Dictionary<LayoutRole, PlacedText> { [LayoutRole.AiLabel] = label };
        var gap = Math.Max(0.6 * margin, logo.Logo.ClearSpace * logo.Height);
        var top = logoBox.Bottom + gap;
        if (corner.Y < 0)
        {
            top = Math.Max(top, label.Box.Bottom + (0.4 * margin));
        }

        var bottom = corner.Y > 0 ? label.Box.Y - (0.4 * margin) : area.Bottom;
        if (content.Texts.TryGetValue(LayoutRole.Disclaimer, out var small))
        {
            if (PlaceDisclaimer(small, area, corner.Y > 0 ? label.Box : null, margin) is not { } placed)
            {
                return null;
            }

            texts[LayoutRole.Disclaimer] = placed;
            bottom = Math.Min(corner.Y > 0 && placed.Box.Bottom > label.Box.Y ? area.Bottom : bottom, placed.Box.Y - Math.Max(0.5 * margin, 0.8 * placed.Size));
            bottom = Math.Min(bottom, corner.Y > 0 ? label.Box.Y - (0.4 * margin) : bottom);
        }

        var zone = new Box(area.X, top, area.Width, bottom - top);
        if (zone.Height <= 0 || VerticalFill.Fill(proposal, content, zone, margin) is not { } filled)
        {
            return null;
        }

        foreach (var (role, text) in filled.Texts)
        {
            texts[role] = text;
        }

        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box).Add(LayoutRole.Logo, logoBox);
        if (filled.Hero is { } hero)
        {
            boxes = boxes.Add(LayoutRole.Hero, hero);
        }

        return new RepairedLayout(canvas, proposal.Composition, boxes, texts.ToImmutableSortedDictionary(), logo.Logo, []);
    }

    private static PlacedText? PlaceDisclaimer(TextContent content, Box area, Box? bottomLabel, double margin)
    {
        // Beside the label when it fits there on two lines, else above it.
        if (bottomLabel is { } label)
        {
            var width = area.Width - (2 * (label.Width + margin));
            if (TextBlock.Fit(LayoutRole.Disclaimer, content, 0, width) is { } beside && beside.Setting.Lines.Length <= 2)
            {
                return beside.Centred(area.CenterX, area.Bottom - beside.Height);
            }
        }

        var floor = bottomLabel is { } l ? l.Y - (0.35 * margin) : area.Bottom;
        return TextBlock.Fit(LayoutRole.Disclaimer, content, 0, area.Width) is { } sized ? sized.Centred(area.CenterX, floor - sized.Height) : null;
    }
}
