using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>A smaller element near the main one.</summary>
/// <param name="Box">Of its visible part.</param>
/// <param name="Depth">Negative: behind the main element; 0 is in its plane; −1.5 is far, 1 is near.</param>
/// <param name="Turn">Degrees clockwise.</param>
internal readonly record struct Satellite(PaintedElement Element, Box Box, double Depth, double Turn)
{
    // The eye rests on the plane of the main element; what is off it by more than this is out of focus.
    private const double Sharp = 0.55;

    public ImageNode Node(CancellationToken cancellation)
    {
        var place = ElementContent.Place(Element.Image, Box);
        var blur = 0.034 * Math.Max(Box.Width, Box.Height) * Math.Max(0, Math.Abs(Depth) - Sharp);
        return new ImageNode("satellite", Element.For(place.Width, cancellation), place)
        {
            Rotation = Turn,
            Blur = blur < 0.4 ? 0 : blur,
        };
    }
}
