using System.Numerics;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Engine.Imaging.Drawing;

/// <summary>
/// A window of the canvas drawn small in order to be blurred: after a wide blur the missing detail cannot be seen, and
/// the work falls with the square of the scale.
/// </summary>
/// <param name="Origin">Top left corner of the window, in canvas pixels.</param>
/// <param name="Scale">Canvas pixels for each small pixel, at least 1.</param>
/// <param name="Size">Of the small picture.</param>
/// <param name="Sigma">Standard deviation of the blur in small pixels.</param>
internal readonly record struct Reduction(Vector2 Origin, double Scale, CanvasSize Size, double Sigma)
{
    // Straight lines between samples h apart are off by h² / 8 times the curvature: for a blurred edge, with three
    // small pixels to the deviation, less than 1 of 255.
    private const double SmallSigma = 3;

    internal Box Window => new(Origin.X, Origin.Y, Size.Width * Scale, Size.Height * Scale);

    internal Matrix3x2 ToSmall => Matrix3x2.CreateTranslation(-Origin) * Matrix3x2.CreateScale((float)(1 / Scale));

    internal Matrix3x2 ToCanvas => Matrix3x2.CreateScale((float)Scale) * Matrix3x2.CreateTranslation(Origin);

    /// <param name="visible">What will be seen of the result, in canvas pixels.</param>
    /// <param name="blur">Standard deviation in canvas pixels, more than 0.</param>
    internal static Reduction For(Box visible, double blur)
    {
        // What lies just outside the visible part shines into it.
        var window = visible.Grow(SceneBounds.Reach(blur) + 2);
        var scale = Math.Max(1, blur / SmallSigma);
        var size = new CanvasSize((int)Math.Ceiling(window.Width / scale) + 1, (int)Math.Ceiling(window.Height / scale) + 1);
        return new Reduction(new Vector2((float)window.X, (float)window.Y), scale, size, blur / scale);
    }
}
