using Creative.Studio.Judging;
using Xunit;

namespace Creative.Studio.Tests.Judging;

/// <summary>The limits of the judge, held to pictures whose faults are known. `./creative bench judge` tries many more.</summary>
public sealed class CalibrationTests
{
    /// <summary>To be seen only by who looks for it.</summary>
    private const double Mild = .1;

    private const double Severe = 1;

    [Fact]
    public void Fresh_renders_in_other_poses_are_usable()
    {
        var row = Assert.Single(Calibration.Run(50, 0, [], 11));

        Assert.True(row.Usable >= .98 * row.Pictures, $"{row}");
    }

    [Fact]
    public void Severe_defects_fail_in_the_dimension_they_belong_to()
    {
        var rows = Calibration.Run(0, 3, [Severe], 12);

        Assert.All(rows, row => Assert.True(row.Named >= 2, $"{row}"));
        Assert.True(rows.Sum(row => row.Named) >= .95 * rows.Sum(row => row.Pictures), string.Join('\n', rows));
        Assert.True(rows.Sum(row => row.Usable) <= .05 * rows.Sum(row => row.Pictures), string.Join('\n', rows));
    }

    [Fact]
    public void Mild_defects_pass()
    {
        var rows = Calibration.Run(0, 3, [Mild], 13);

        Assert.True(rows.Sum(row => row.Usable) >= .9 * rows.Sum(row => row.Pictures), string.Join('\n', rows));
    }
}
