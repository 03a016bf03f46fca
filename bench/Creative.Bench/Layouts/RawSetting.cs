using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Layouts;

namespace Creative.Bench.Layouts;

/// <summary>A proposal taken at its word: every text in its box, as large as it allows, on the number of lines that suits it best.</summary>
internal static class RawSetting
{
    private const double SmallestSize = 1;

    public static RepairedLayout Set(Layout proposal, LayoutContent content)
    {
        var align = proposal.Composition is CompositionFamily.Stacked or CompositionFamily.HeroBehind ? 0.5 : 0;
        var texts = content.Texts.ToImmutableSortedDictionary(t => t.Key, t => Fit(t.Value, proposal.Boxes[t.Key], Drawn.HasPlate(t.Key) ? 0.5 : align));
        var boxes = texts.ToImmutableSortedDictionary(t => t.Key, t => t.Value.Box);
        var logo = content.Logos[0];
        boxes = boxes.Add(LayoutRole.Logo, Contain(proposal.Boxes[LayoutRole.Logo], logo.Aspect));
        if (proposal.Boxes.TryGetValue(LayoutRole.Hero, out var hero))
        {
            boxes = boxes.Add(LayoutRole.Hero, hero);
        }

        return new RepairedLayout(proposal.Canvas, proposal.Composition, boxes, texts, logo, []);
    }

    private static PlacedText Fit(TextContent text, Box box, double align)
    {
        double Size(int i) => Math.Min(
            box.Width / (text.Settings[i].Width + (2 * text.Padding.X)), box.Height / (text.Settings[i].Height + (2 * text.Padding.Y)));
        var best = Enumerable.Range(0, text.Settings.Length).MaxBy(Size);
        var size = Math.Max(SmallestSize, Size(best));
        double width = size * (text.Settings[best].Width + (2 * text.Padding.X)), height = size * (text.Settings[best].Height + (2 * text.Padding.Y));
        return new PlacedText(
            new Box(box.X + (align * (box.Width - width)), box.CenterY - (height / 2), width, height), size, text.Settings[best], align);
    }

    private static Box Contain(Box box, double aspect)
    {
        var height = Math.Max(SmallestSize, Math.Min(box.Height, box.Width / aspect));
        return new Box(box.X, box.CenterY - (height / 2), height * aspect, height);
    }
}
