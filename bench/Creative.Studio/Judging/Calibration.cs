using System.Collections.Immutable;
using Creative.Core.Numerics;
using Creative.Studio.Defects;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Judging;

/// <summary>What the judge says of pictures whose faults are known.</summary>
/// <param name="Kind">The defect put in; null for fresh renders.</param>
/// <param name="Usable">Pictures found usable.</param>
/// <param name="Named">Pictures that fail in the dimension the defect belongs to.</param>
public sealed record CalibrationRow(DefectKind? Kind, double Severity, int Pictures, int Usable, int Named);

/// <summary>
/// Tries the judge on renders in poses and looks drawn by lot, without and with one defect. Grey elements are left out of
/// defects of hue and saturation: there is nothing to be seen on them.
/// </summary>
public static class Calibration
{
    private const int Size = 256;

    /// <param name="fresh">Pictures without a defect.</param>
    /// <param name="perKind">Pictures of each defect at each severity.</param>
    public static ImmutableArray<CalibrationRow> Run(int fresh, int perKind, IReadOnlyList<double> severities, ulong seed)
    {
        var rows = from kind in DefectKinds.All from severity in severities select ((DefectKind?)kind, severity, perKind);
        return [.. rows.Prepend((null, 0, fresh)).Where(row => row.Item3 > 0).Select(row => Try(row.Item1, row.Item2, row.Item3, seed))];
    }

    private static CalibrationRow Try(DefectKind? kind, double severity, int count, ulong seed)
    {
        var verdicts = new Verdict[count];
        Parallel.For(0, count, i =>
        {
            var one = SeededRandom.Derive(SeededRandom.Derive(seed, kind is { } known ? (ulong)known + 1 : 0), (ulong)i);
            var shot = Draw(new SeededRandom(one), kind);
            using var picture = FlawedPictures.Draw(shot, Size, kind is { } wanted ? [(wanted, severity)] : [], one);
            verdicts[i] = ElementJudge.Judge(picture.Image, shot.Attributes);
        });
        var named = kind is { } defect ? verdicts.Count(verdict => !verdict[DefectKinds.DimensionOf(defect)].Passes) : 0;
        return new CalibrationRow(kind, severity, count, verdicts.Count(verdict => verdict.Usable), named);
    }

    private static Shot Draw(SeededRandom random, DefectKind? kind)
    {
        var shape = Elements.Shapes[random.Below(Elements.Shapes.Length)];
        var needsColour = kind is { } known && DefectKinds.DimensionOf(known) is Dimension.Hue or Dimension.Saturation;
        var looks = Elements.LooksOf(shape.Class).Where(look => !needsColour || look.Hue != "silver").ToArray();
        var (hue, light, material) = looks[random.Below(looks.Length)];
        var view = Elements.Views[random.Below(Elements.Views.Length)];
        return Shot.Jittered(new ElementAttributes(shape, hue, view, light, material), random.NextUInt64());
    }
}
