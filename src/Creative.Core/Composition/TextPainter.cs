using System.Collections.Immutable;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>Turns placed text into nodes: a solid shadow when the style wants one, then the text itself.</summary>
internal static class TextPainter
{
    /// <summary>The role name of decoration that repeats the words, such as a shadow: it is not copy.</summary>
    public const string EchoSuffix = "-shadow";

    public static IEnumerable<SceneNode> Nodes(LayoutRole role, PlacedText text, TextContent content, TextTreatment treatment, Ink ink, Ink numberInk)
    {
        var name = RoleNames.Of(role);
        var stroke = treatment.StrokeWidth * text.Size;
        var depth = treatment.Extrusion * text.Size;
        if (depth >= 0.6)
        {
            // One widened copy below reads as depth at a fraction of the cost of a stack of copies.
            var shade = new Stroke(treatment.ExtrusionColour, (2 * stroke) + (depth * 0.5));
            yield return new TextNode(name + EchoSuffix, Runs(text, content, depth, _ => treatment.ExtrusionColour, shade), text.Box);
        }

        var outline = stroke >= 0.5 ? new Stroke(treatment.StrokeColour, 2 * stroke) : null;
        yield return new TextNode(name, Runs(text, content, 0, number => Fill(number ? numberInk : ink, text.Box), outline), text.Box);
    }

    private static Paint Fill(Ink ink, Box box) => ink.Top == ink.Bottom
        ? ink.Top
        : new LinearGradient(0, box.Y, 0, box.Bottom, [new(0.1, ink.Top), new(0.9, ink.Bottom)]);

    private static ImmutableArray<TextRun> Runs(PlacedText text, TextContent content, double dy, Func<bool, Paint> fill, Stroke? stroke)
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
                runs.Add(new TextRun(s.Text, s.Face, size * s.Scale, x + (s.X * size), baseline, fill(s.IsNumber), stroke, setting.Tracking * size));
            }

            baseline += setting.LineHeight * size;
        }

        return runs.ToImmutable();
    }
}
