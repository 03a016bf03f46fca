using Xunit;

namespace Creative.Bench.Tests;

public sealed class BenchEntryTests
{
    private static readonly BenchEntry Bench = new("some", "says", "FILE [--rounds N] [--quick] [--share SHARE] | --out DIR", _ => 0);

    [Fact]
    public void What_the_usage_names_is_taken() =>
        Assert.Empty(Bench.Problems(["data.json", "--rounds", "12", "--quick", "--share", "0.25", "--out", "some/where"]));

    [Fact]
    public void Every_problem_is_told_at_once() => Assert.Equal(
        ["--rounds: '1.5', expected N.", "--slow: there is no such option.", "--share: 'half', expected SHARE.", "--out: nothing follows, expected DIR."],
        Bench.Problems(["--rounds", "1.5", "--slow", "--share", "half", "--out"]));

    [Fact]
    public void An_option_is_no_value() => Assert.Equal(["--out: '--quick', expected DIR."], Bench.Problems(["--out", "--quick"]));
}
