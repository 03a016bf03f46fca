using System.Collections.Immutable;
using Creative.Core.Compliance;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;
using Creative.Core.Typography;

namespace Creative.Core.Composition;

/// <summary>A text as it is drawn, with what was measured under it.</summary>
/// <param name="Contrast">WCAG ratio against the worst 5 % of the pixels under it.</param>
/// <param name="Needed">3 for large text, else 4.5 (WCAG 2.1, 1.4.3); always 4.5 for warnings and the AI label.</param>
/// <param name="Unrest">Range of lightness under it, CIE L*.</param>
internal sealed record DrawnText(LayoutRole Role, double Contrast, double Needed, double Unrest);

/// <summary>Chooses inks by what is under a text, and turns it into nodes: a solid shadow when the style wants one, then the text itself.</summary>
internal static class TextPainter
{
    public static (DrawnText Measured, IEnumerable<SceneNode> Nodes) Paint(LayoutRole role, PlacedText text, TextContent content, IStyle style, Palette palette, BackdropContrast under)
    {
        var needed = Needed(role, text, content);
        var treatment = style.Treat(role, palette);

        // The law wants the AI label large; nothing wants it loud.
        var ink = Choose(role == LayoutRole.AiLabel ? treatment.Inks.Insert(0, palette["quiet"]) : treatment.Inks, under, needed);
        var number = treatment.NumberInks.IsDefaultOrEmpty ? ink : Choose(treatment.NumberInks.Add(ink), under, needed);
        var inks = new TextInks(ink, number, Choose([palette["rising"], number], under, needed), Choose([palette["falling"], number], under, needed));
        var used = text.Setting.Lines.SelectMany(l => l.Segments).Select(inks.Of).Distinct();
        return (new DrawnText(role, used.Min(under.Of), needed, under.Unrest), Nodes(role, text, content, treatment, inks));
    }

    /// <summary>
    /// Contrast that a text needs. Large text, from 24 px or 18.66 px when bold, needs 3, other text 4.5 (WCAG 2.1, 1.4.3, at
    /// 96 dpi). Warnings and the AI label count as small whatever their size: they have to be read.
    /// </summary>
    public static double Needed(LayoutRole role, PlacedText text, TextContent content)
    {
        if (role is LayoutRole.Disclaimer or LayoutRole.AiLabel)
        {
            return 4.5;
        }

        var bold = content.Settings[0].Lines[0].Segments[0].Face.Weight >= 700;
        return text.Size >= (bold ? 18.66 : 24) ? 3 : 4.5;
    }

    private static IEnumerable<SceneNode> Nodes(LayoutRole role, PlacedText text, TextContent content, TextTreatment treatment, TextInks inks)
    {
        var name = RoleNames.Of(role);
        var stroke = treatment.StrokeWidth * text.Size;
        var depth = treatment.Extrusion * text.Size;
        if (depth >= 0.6)
        {
            // One widened copy below reads as depth at a fraction of the cost of a stack of copies.
            var shade = new Stroke(treatment.ExtrusionColour, (2 * stroke) + (depth * 0.5));
            yield return new TextNode(name + DeliveredCopyCheck.EchoSuffix, Runs(text, content, depth, _ => treatment.ExtrusionColour, shade), text.Box);
        }

        var outline = stroke >= 0.5 ? new Stroke(treatment.StrokeColour, 2 * stroke) : null;
        yield return new TextNode(name, Runs(text, content, 0, segment => Fill(inks.Of(segment), text.Box), outline), text.Box);
    }

    private static Ink Choose(ImmutableArray<Ink> inks, BackdropContrast under, double needed)
    {
        foreach (var ink in inks)
        {
            if (under.Of(ink) >= needed)
            {
                return ink;
            }
        }

        return under.Of(Colour.White) >= under.Of(Colour.Black) ? Colour.White : Colour.Black;
    }

    private static Paint Fill(Ink ink, Box box) => ink.Top == ink.Bottom
        ? ink.Top
        : new LinearGradient(0, box.Y, 0, box.Bottom, [new(0.1, ink.Top), new(0.9, ink.Bottom)]);

    private static ImmutableArray<TextRun> Runs(PlacedText text, TextContent content, double dy, Func<SetSegment, Paint> fill, Stroke? stroke)
    {
        var (size, setting) = (text.Size, text.Setting);
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var inner = text.Box.Width - (2 * content.Padding.X * size);
        var baseline = text.Box.Y + (content.Padding.Y * size) - (setting.Lines[0].InkTop * size) + dy;
        foreach (var line in setting.Lines)
        {
            var x = text.Box.X + (content.Padding.X * size) + (text.Align * (inner - (line.Width * size)));
            foreach (var s in line.Segments)
            {
                runs.Add(new TextRun(s.Text, s.Face, size * s.Scale, x + (s.X * size), baseline + (s.Y * size), fill(s), stroke, setting.Tracking * size));
            }

            baseline += setting.LineHeight * size;
        }

        return runs.ToImmutable();
    }
}
