using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>What a shape or a text is filled or stroked with.</summary>
public abstract record Paint
{
    public static implicit operator Paint(Colour colour) => new SolidPaint(colour);
}

public sealed record SolidPaint(Colour Colour) : Paint;

/// <summary>A colour along a gradient; <paramref name="Offset"/> from 0 to 1.</summary>
public readonly record struct GradientStop(double Offset, Colour Colour);

/// <summary>From (X1, Y1) to (X2, Y2), in canvas pixels; the end colours go on outside.</summary>
public sealed record LinearGradient(double X1, double Y1, double X2, double Y2, ImmutableArray<GradientStop> Stops) : Paint;

/// <summary>From the centre out to an ellipse, in canvas pixels; the last colour goes on outside.</summary>
public sealed record RadialGradient(double CenterX, double CenterY, double RadiusX, double RadiusY, ImmutableArray<GradientStop> Stops) : Paint;

/// <summary>A line of even width, in pixels, centred on the outline, with round joins; drawn under the fill.</summary>
public sealed record Stroke(Paint Paint, double Width);
