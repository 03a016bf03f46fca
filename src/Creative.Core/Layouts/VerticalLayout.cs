using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>Text and hero one above the other, centred: stacked, and posters whose hero reaches under the text.</summary>
internal static class VerticalLayout
{
    private static readonly LayoutRole[] Reading = [LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.CallToAction];

    public static RepairedLayout? Build(Layout proposal, LayoutContent content, Furniture.Corner corner)
    {
        var (canvas, area) = (content.Canvas, LayoutRules.TextArea(content.Canvas, content.Safe));
        var margin = LayoutRules.Margin(canvas);
        var label = Furniture.Label(content.Texts[LayoutRole.AiLabel], corner, area);
        var logoWidth = corner.Y < 0 ? area.Width - label.Box.Width - margin : area.Width;
        if (Furniture.Logo(content, 0.068 * canvas.ShortSide, Math.Min(logoWidth, 0.5 * area.Width), 0.2 * area.Height) is not { } logo)
        {
            return null;
        }

        var centred = corner.Y > 0 && proposal.Boxes.TryGetValue(LayoutRole.Logo, out var wanted)
            && Math.Abs((wanted.CenterX / canvas.Width) - 0.5) < 0.17;
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
            bottom = Math.Min(corner.Y > 0 && placed.Box.Bottom > label.Box.Y ? area.Bottom : bottom, placed.Box.Y - (0.5 * margin));
            bottom = Math.Min(bottom, corner.Y > 0 ? label.Box.Y - (0.4 * margin) : bottom);
        }

        var zone = new Box(area.X, top, area.Width, bottom - top);
        if (zone.Height <= 0 || Fill(proposal, content, zone, margin) is not { } filled)
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
                return Centred(beside, area.CenterX, area.Bottom - beside.Height);
            }
        }

        var floor = bottomLabel is { } l ? l.Y - (0.35 * margin) : area.Bottom;
        return TextBlock.Fit(LayoutRole.Disclaimer, content, 0, area.Width) is { } sized ? Centred(sized, area.CenterX, floor - sized.Height) : null;
    }

    private static (Dictionary<LayoutRole, PlacedText> Texts, Box? Hero)? Fill(Layout proposal, LayoutContent content, Box zone, double margin)
    {
        var canvas = content.Canvas;
        var heroY = proposal.Boxes.TryGetValue(LayoutRole.Hero, out var wantedHero) ? wantedHero.CenterY : 0;
        var (above, below) = Split(proposal, content, heroY);
        var behind = proposal.Composition == CompositionFamily.HeroBehind;
        var share = !content.HasHero ? 0
            : Math.Clamp(wantedHero.Height / zone.Height, behind ? 0.42 : 0.38, behind ? 0.54 : 0.5);
        var widest = zone.Width * (canvas.Ratio > 0.85 ? 0.86 : 0.96);
        var high = Math.Min(0.2 * canvas.ShortSide, 0.34 * zone.Height);
        var low = content.Texts[LayoutRole.Headline].MinSize;
        high = Math.Max(low, high);
        foreach (var relax in (double[])[1, 0.8, 0.6])
        {
            var heroHeight = share * relax * zone.Height;
            var gaps = (content.HasHero ? 0.5 * margin : 0) + (below.Count > 0 ? 0.5 * margin : 0);
            bool Fits(double size) =>
                ColumnPacker.At(above, size, widest) is { } a && ColumnPacker.At(below, size, widest) is { } b
                && a.Height + b.Height + heroHeight + gaps <= zone.Height;
            if (ColumnPacker.Largest(low, high, Fits) is not { } headline)
            {
                continue;
            }

            var upper = ColumnPacker.At(above, headline, widest)!;
            var lower = ColumnPacker.At(below, headline, widest)!;
            var texts = new Dictionary<LayoutRole, PlacedText>();
            if (!content.HasHero)
            {
                var slack = zone.Height - upper.Height - lower.Height - gaps;
                Put(texts, upper, zone.CenterX, zone.Y + (0.42 * slack));
                Put(texts, lower, zone.CenterX, zone.Y + (0.42 * slack) + upper.Height + gaps);
                return (texts, null);
            }

            // What is left over goes to the hero, but not without end: very tall canvases keep the group together.
            var free = zone.Height - upper.Height - lower.Height - gaps;
            var heroSide = Math.Min(free, 1.15 * canvas.Width);
            var start = zone.Y + (0.35 * (free - heroSide));
            Put(texts, upper, zone.CenterX, start);
            var hero = new Box(0, start + upper.Height + (above.Count > 0 ? 0.5 * margin : 0), canvas.Width, heroSide);
            Put(texts, lower, zone.CenterX, hero.Bottom + (0.5 * margin));
            return (texts, behind ? hero.Grow(0.1 * hero.Height) with { X = 0, Width = canvas.Width } : hero);
        }

        return null;
    }

    private static (List<(LayoutRole Role, TextContent Content)> Above, List<(LayoutRole Role, TextContent Content)> Below) Split(Layout proposal, LayoutContent content, double heroY)
    {
        var present = Reading.Where(content.Texts.ContainsKey).ToArray();
        var headlineAbove = !content.HasHero || Y(LayoutRole.Headline) <= heroY;

        // Whatever the proposal says, reading order stays: a role that goes below takes all later ones with it.
        var firstBelow = present.Length;
        if (content.HasHero && headlineAbove)
        {
            firstBelow = Array.FindIndex(present, 1, r => Y(r) > heroY);
            firstBelow = firstBelow < 0 ? present.Length : firstBelow;
        }
        else if (!headlineAbove)
        {
            firstBelow = 0;
        }

        List<(LayoutRole, TextContent)> Part(IEnumerable<LayoutRole> roles) => [.. roles.Select(r => (r, content.Texts[r]))];
        return (Part(present[..firstBelow]), Part(present[firstBelow..]));

        double Y(LayoutRole role) => proposal.Boxes.TryGetValue(role, out var box) ? box.CenterY : double.NegativeInfinity;
    }

    /// <summary>Stands the texts of a stack on a vertical axis, from y downwards.</summary>
    public static void Put(Dictionary<LayoutRole, PlacedText> texts, ColumnPacker.Stack stack, double centre, double y)
    {
        foreach (var (item, _, dy) in stack.Items)
        {
            texts[item.Role] = Centred(item, centre, y + dy);
        }
    }

    private static PlacedText Centred(SizedText text, double centre, double y) =>
        new(new Box(centre - (text.Width / 2), y, text.Width, text.Height), text.Size, text.Setting, 0.5);
}
