using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Studio.Defects;

/// <summary>What can be wrong with an element.</summary>
public enum DefectKind
{
    HueShift,
    OverSaturation,
    UnderSaturation,
    PartRecoloured,
    Warp,
    MissingPart,
    MeltedEdge,
    Shear,
    Keystone,
    TurnedAway,
    Strokes,
    Specks,
    Blob,
    Blur,
    Holes,
    Halo,
}

/// <summary>A defect that was put into a picture on purpose.</summary>
/// <param name="Severity">0 (none) to 1 (plain to see at a glance).</param>
/// <param name="Dimension">The one it belongs to.</param>
/// <param name="Regions">What it touches, in pixels; the whole element where it is everywhere.</param>
public sealed record Defect(DefectKind Kind, double Severity, Dimension Dimension, ImmutableArray<Box> Regions);

/// <summary>Which dimension each defect belongs to.</summary>
public static class DefectKinds
{
    public static ImmutableArray<DefectKind> All { get; } = [.. Enum.GetValues<DefectKind>()];

    public static Dimension DimensionOf(DefectKind kind) => kind switch
    {
        DefectKind.HueShift => Dimension.Hue,
        DefectKind.OverSaturation or DefectKind.UnderSaturation => Dimension.Saturation,
        DefectKind.PartRecoloured => Dimension.ColourMatching,
        DefectKind.Warp or DefectKind.MissingPart or DefectKind.MeltedEdge => Dimension.Shape,
        DefectKind.Shear or DefectKind.Keystone or DefectKind.TurnedAway => Dimension.Perspective,
        DefectKind.Strokes or DefectKind.Specks or DefectKind.Blob => Dimension.StrayCharacters,
        DefectKind.Blur => Dimension.Sharpness,
        DefectKind.Holes or DefectKind.Halo => Dimension.Alpha,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a defect."),
    };
}
