using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// Fills checked drawings that are nothing but flat paths, as most logos are, without a librsvg call. Anything more
/// (groups, gradients, strokes, other shapes) stays with librsvg.
/// </summary>
internal static class LogoFill
{
    private static readonly string[] Understood = ["d", "fill"];

    // Read once for a brand; forgotten together with it.
    private static readonly ConditionalWeakTable<SafeSvg, Drawing> Known = [];

    internal static bool CanDraw(SvgNode node) => Known.GetValue(node.Svg, Read).Paths is not null;

    internal static void Draw(Canvas canvas, SvgNode node)
    {
        var drawing = Known.GetValue(node.Svg, Read);
        var scale = Math.Min(node.Destination.Width / drawing.ViewBox.Width, node.Destination.Height / drawing.ViewBox.Height);
        var map = Matrix3x2.CreateTranslation(-(float)drawing.ViewBox.CenterX, -(float)drawing.ViewBox.CenterY)
            * Matrix3x2.CreateScale((float)scale)
            * Matrix3x2.CreateTranslation((float)node.Destination.CenterX, (float)node.Destination.CenterY);
        foreach (var (path, colour) in drawing.Paths!.Value)
        {
            PathFill.Draw(canvas, path, colour, node.Opacity, map);
        }
    }

    private static Drawing Read(SafeSvg svg)
    {
        var root = XDocument.Parse(svg.Markup).Root!;
        var box = root.Attribute("viewBox")?.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (box is not { Length: 4 } || root.Attributes().Any(a => a.Name.LocalName is "fill" or "stroke" or "transform" or "opacity" or "preserveAspectRatio"))
        {
            return new Drawing(default, null);
        }

        var sides = box.Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var paths = ImmutableArray.CreateBuilder<(PathData, Colour)>();
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName != "path" || element.HasElements
                || element.Attributes().Any(a => !a.IsNamespaceDeclaration && !Understood.Contains(a.Name.LocalName))
                || Colour.TryParse(element.Attribute("fill")?.Value) is not { } colour)
            {
                return new Drawing(default, null);
            }

            paths.Add((PathData.Parse(element.Attribute("d")?.Value ?? ""), colour));
        }

        return new Drawing(new Box(sides[0], sides[1], sides[2], sides[3]), paths.ToImmutable());
    }

    /// <param name="Paths">Null: for librsvg.</param>
    private sealed record Drawing(Box ViewBox, ImmutableArray<(PathData Path, Colour Fill)>? Paths);
}
