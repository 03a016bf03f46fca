using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Studio.Imaging;
using Creative.Studio.Staging;

namespace Creative.Studio.Defects;

/// <summary>A picture with defects that are known.</summary>
/// <param name="Image">Premultiplied RGBA; whoever holds the record disposes it.</param>
public sealed record FlawedPicture(PixelImage Image, ImmutableArray<Defect> Defects) : IDisposable
{
    public void Dispose() => Image.Dispose();
}

/// <summary>Draws elements with defects put in on purpose. The same seed gives the same picture.</summary>
public static class FlawedPictures
{
    /// <param name="size">Side in pixels, as the renderer takes it.</param>
    /// <param name="wanted">Any number of defects, each with a severity from 0 to 1; put in one after the other.</param>
    /// <param name="supersampling">Rays in a row and column of each pixel, as the renderer takes it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A severity is not from 0 to 1.</exception>
    public static FlawedPicture Draw(Shot shot, int size, IReadOnlyList<(DefectKind Kind, double Severity)> wanted, ulong seed, int supersampling = 3)
    {
        foreach (var (kind, severity) in wanted)
        {
            if (severity is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(wanted), severity, $"The severity of {kind} is not from 0 to 1.");
            }
        }

        var random = wanted.Select((_, i) => new SeededRandom(SeededRandom.Derive(seed, (ulong)i))).ToArray();
        for (var i = 0; i < wanted.Count; i++)
        {
            shot = wanted[i].Kind == DefectKind.TurnedAway ? TurnAway(shot, wanted[i].Severity, random[i]) : shot;
        }

        using var fresh = shot.Render(size, supersampling);
        var flaws = new FlawedPlanes(shot, PixelPlanes.From(fresh));
        ImmutableArray<Defect> defects =
        [
            .. wanted.Select((one, i) => new Defect(
                one.Kind, one.Severity, DefectKinds.DimensionOf(one.Kind), [.. Apply(flaws, one.Kind, (float)one.Severity, random[i])])),
        ];
        return new FlawedPicture(flaws.Planes.ToImage(), defects);
    }

    /// <summary>Further than any pose of the training: up to 34° to a side and 12° up or down.</summary>
    private static Shot TurnAway(Shot shot, double severity, SeededRandom random)
    {
        var (side, up) = (random.Below(2) == 0 ? 1 : -1, random.Between(-1, 1));
        return shot with { Offset = shot.Offset + new Pose(side * 34 * severity, up * 12 * severity, 0) };
    }

    private static IEnumerable<Box> Apply(FlawedPlanes flaws, DefectKind kind, float severity, SeededRandom random) => kind switch
    {
        DefectKind.TurnedAway => [flaws.Extent()],
        DefectKind.HueShift => ColourDefects.ShiftHue(flaws, severity, random),
        DefectKind.OverSaturation => ColourDefects.Saturate(flaws, 1 + (1.6f * severity)),
        DefectKind.UnderSaturation => ColourDefects.Saturate(flaws, 1 - (.9f * severity)),
        DefectKind.PartRecoloured => ColourDefects.RecolourPart(flaws, severity, random),
        DefectKind.Warp => ShapeDefects.Warp(flaws, severity, random),
        DefectKind.MissingPart => ShapeDefects.Bite(flaws, severity, random),
        DefectKind.MeltedEdge => ShapeDefects.Melt(flaws, severity, random),
        DefectKind.Shear => ShapeDefects.Shear(flaws, severity, random),
        DefectKind.Keystone => ShapeDefects.Keystone(flaws, severity, random),
        DefectKind.Strokes => MarkDefects.Strokes(flaws, severity, random),
        DefectKind.Specks => MarkDefects.Specks(flaws, severity, random),
        DefectKind.Blob => MarkDefects.Blob(flaws, severity, random),
        DefectKind.Blur => AlphaDefects.Blur(flaws, severity),
        DefectKind.Holes => AlphaDefects.Holes(flaws, severity, random),
        DefectKind.Halo => AlphaDefects.Halo(flaws, severity),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a defect."),
    };
}
