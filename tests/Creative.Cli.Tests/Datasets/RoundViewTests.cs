using Creative.Cli.Datasets;
using Creative.Contract.V1;

namespace Creative.Cli.Tests.Datasets;

public sealed class RoundViewTests
{
    [Fact]
    public void Draws_each_rate_within_its_interval_on_one_scale()
    {
        var lines = RoundView.Chart([Round(0, 0.70, 0.65, 0.75), Round(1, 0.84, 0.80, 0.88), new Round { Number = 2 }, Round(3, 0.93, 0.90, 0.95)]);

        Assert.Equal(5, lines.Count);
        Assert.All(lines.Skip(1).SkipLast(1), line => Assert.True(line.IndexOf('├') < line.IndexOf('●') && line.IndexOf('●') < line.IndexOf('┤'), line));
        Assert.True(lines[1].IndexOf('●') < lines[2].IndexOf('●') && lines[2].IndexOf('●') < lines[3].IndexOf('●'));
        Assert.StartsWith("60", lines[^1].TrimStart());
        Assert.EndsWith("100 %", lines[^1]);
    }

    [Fact]
    public void Draws_nothing_where_nothing_was_measured() => Assert.Empty(RoundView.Chart([new Round { Number = 1 }]));

    private static Round Round(int number, double rate, double low, double high) =>
        new() { Number = number, UsableRate = new Estimate { Value = rate, Low = low, High = high, Count = 300 } };
}
