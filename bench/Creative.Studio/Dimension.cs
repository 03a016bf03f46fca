namespace Creative.Studio;

/// <summary>What an element is judged on: the six dimensions that designers score, then two technical checks.</summary>
public enum Dimension
{
    /// <summary>Every part has the colour that goes with the others.</summary>
    ColourMatching,

    /// <summary>Outline and inner structure.</summary>
    Shape,

    /// <summary>The view asked for, undistorted.</summary>
    Perspective,

    /// <summary>No strokes, specks or blobs that do not belong.</summary>
    StrayCharacters,

    Saturation,

    Hue,

    Sharpness,

    /// <summary>A clean cut-out: solid inside, clear outside.</summary>
    Alpha,
}
