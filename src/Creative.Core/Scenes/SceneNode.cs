using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>How a node mixes with what is under it (W3C Compositing and Blending Level 1).</summary>
public enum Blend
{
    Over,
    Multiply,
    Screen,
    Overlay,
    SoftLight,
    Add,
}

/// <summary>Something to draw. Nodes are drawn in order, each over the ones before; coordinates are canvas pixels.</summary>
/// <param name="Role">What it is for, such as "headline" or "background"; names the groups of a layered file.</param>
public abstract record SceneNode(string Role)
{
    /// <summary>0 (invisible) to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <value>Default <see cref="Blend.Over"/>. Honoured for <see cref="ImageNode"/> and <see cref="SoftNode"/>.</value>
    public Blend Blend { get; init; }
}

/// <summary>A filled or stroked outline.</summary>
/// <param name="Role">See <see cref="SceneNode"/>.</param>
/// <param name="Data">SVG path data in canvas pixels.</param>
/// <param name="Fill">Null: not filled.</param>
/// <param name="Stroke">Null: no line.</param>
public sealed record PathNode(string Role, string Data, Paint? Fill, Stroke? Stroke = null) : SceneNode(Role);

/// <summary>One line, or a part of one, in one face, size and paint; the pen starts at (X, Baseline).</summary>
/// <param name="Size">Font size in pixels (1 em).</param>
/// <param name="LetterSpacing">Extra space after each character, in pixels; may be negative.</param>
public sealed record TextRun(string Text, FontFace Face, double Size, double X, double Baseline, Paint Fill, Stroke? Stroke = null, double LetterSpacing = 0);

/// <summary>Text: the lines of one role, laid out. It stays text in a layered file.</summary>
/// <param name="Role">See <see cref="SceneNode"/>.</param>
/// <param name="Runs">In reading order.</param>
/// <param name="Ink">Box around everything the runs paint, strokes included.</param>
public sealed record TextNode(string Role, ImmutableArray<TextRun> Runs, Box Ink) : SceneNode(Role);

/// <summary>A vector drawing that was checked to be harmless, such as a logo, scaled into a box with its ratio kept.</summary>
public sealed record SvgNode(string Role, SafeSvg Svg, Box Destination) : SceneNode(Role);

/// <summary>An image such as a painted element, resampled into a box and turned around the centre of that box.</summary>
public sealed record ImageNode(string Role, PixelImage Image, Box Destination) : SceneNode(Role)
{
    /// <value>Degrees clockwise, default 0.</value>
    public double Rotation { get; init; }

    /// <value>Standard deviation of a Gaussian blur in canvas pixels, default 0: depth of field.</value>
    public double Blur { get; init; }

    /// <value>True: flipped left to right before turning.</value>
    public bool Mirrored { get; init; }

    /// <value>When set, the image is drawn as a flat shape of this colour (its alpha alone): a shadow or a glow.</value>
    public Colour? Silhouette { get; init; }
}

/// <summary>Vector nodes drawn together and then blurred: glows, soft shadows, light. Cheap, since it is drawn small.</summary>
/// <param name="Role">See <see cref="SceneNode"/>.</param>
/// <param name="Children">Paths only.</param>
/// <param name="Blur">Standard deviation in canvas pixels, more than 0.</param>
public sealed record SoftNode(string Role, ImmutableArray<PathNode> Children, double Blur) : SceneNode(Role);

/// <summary>A fully resolved picture, whatever draws it.</summary>
/// <param name="Size">Canvas in pixels.</param>
/// <param name="Nodes">Back to front. The first one covers the canvas.</param>
public sealed record Scene(CanvasSize Size, ImmutableArray<SceneNode> Nodes);
