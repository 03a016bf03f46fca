using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles.Parts;

/// <summary>Paints that run across a box.</summary>
internal static class Fills
{
    public static PathNode Cover(StyleCanvas c, Paint paint) => new("background", Paths.Rectangle(c.Size.Bounds), paint);

    public static LinearGradient Down(Box box, params ReadOnlySpan<Colour> colours) =>
        new(box.X, box.Y, box.X, box.Bottom, Even(colours));

    /// <summary>Along a direction given in degrees: 0 to the right, 90 down.</summary>
    public static LinearGradient Along(Box box, double degrees, params ReadOnlySpan<Colour> colours)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var reach = ((Math.Abs(cos) * box.Width) + (Math.Abs(sin) * box.Height)) / 2;
        return new LinearGradient(box.CenterX - (cos * reach), box.CenterY - (sin * reach), box.CenterX + (cos * reach), box.CenterY + (sin * reach), Even(colours));
    }

    private static ImmutableArray<GradientStop> Even(ReadOnlySpan<Colour> colours)
    {
        var stops = ImmutableArray.CreateBuilder<GradientStop>(colours.Length);
        for (var i = 0; i < colours.Length; i++)
        {
            stops.Add(new GradientStop(colours.Length == 1 ? 0 : (double)i / (colours.Length - 1), colours[i]));
        }

        return stops.ToImmutable();
    }
}
