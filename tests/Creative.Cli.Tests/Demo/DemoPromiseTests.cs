using Creative.Cli.Delivery;
using Creative.Cli.Demo;
using Creative.Contract.V1;

namespace Creative.Cli.Tests.Demo;

public sealed class DemoPromiseTests
{
    [Fact]
    public void Is_kept_by_six_briefs_of_two_variants_and_twelve_placements() =>
        Assert.Empty(DemoPromise.Shortfalls([.. Enumerable.Range(0, 6).Select(i => Campaign($"c{i}", 2, 12))]));

    [Fact]
    public void Is_broken_by_a_missing_brief() =>
        Assert.Contains("5 briefs", Assert.Single(DemoPromise.Shortfalls([.. Enumerable.Range(0, 5).Select(i => Campaign($"c{i}", 2, 12))])));

    [Fact]
    public void Is_broken_by_one_missing_file()
    {
        var campaigns = Enumerable.Range(0, 6).Select(i => Campaign($"c{i}", 2, 12)).ToList();
        var (brief, index) = campaigns[3];
        campaigns[3] = (brief, index with { Files = [.. index.Files.Skip(1)] });

        Assert.StartsWith("c3:", Assert.Single(DemoPromise.Shortfalls(campaigns)));
    }

    [Fact]
    public void Is_broken_by_a_file_that_failed_a_check()
    {
        var campaigns = Enumerable.Range(0, 6).Select(i => Campaign($"c{i}", 2, 13)).ToList();
        var (brief, index) = campaigns[0];
        campaigns[0] = (brief, index with { Files = [index.Files[0] with { HardFailures = 1 }, .. index.Files.Skip(1)] });

        Assert.Contains("failed checks", Assert.Single(DemoPromise.Shortfalls(campaigns)));
    }

    internal static (Brief Brief, RenderIndex Index) Campaign(string name, int variants, int placements) => (
        new Brief { Campaign = name },
        new RenderIndex(name, "brand", "r1", "SUCCEEDED", 5, [.. Files(variants, placements)], []));

    private static IEnumerable<SavedFile> Files(int variants, int placements) =>
        from variant in Enumerable.Range(1, variants)
        from placement in Enumerable.Range(0, placements)
        select new SavedFile($"v{variant}/p{placement}.jpg", $"a{variant}-{placement}", variant, $"p{placement}", 300 + (placement * 100), 250, 5, "", 80, "festive", 9, 9, 0);
}
