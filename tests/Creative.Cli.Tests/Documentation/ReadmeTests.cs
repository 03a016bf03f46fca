using Creative.Cli.Reading;
using Creative.Cli.Serving;

namespace Creative.Cli.Tests.Documentation;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("samples/clients/node/first_brief.cjs")]
    [InlineData("samples/clients/python/first_brief.py")]
    [InlineData("samples/clients/csharp/Program.cs")]
    public void Shows_the_sample_clients_as_they_are(string client)
    {
        var readme = File.ReadAllText(Path.Combine(Installation.Root, "README.md"));

        Assert.Contains(File.ReadAllText(Path.Combine(Installation.Root, client)).TrimEnd(), readme);
    }

    [Fact]
    public void Sample_briefs_and_brands_are_read_without_a_problem()
    {
        var samples = Path.Combine(Installation.Root, "samples");
        var brands = Directory.GetDirectories(Path.Combine(samples, "brands")).Select(BrandFolder.Read).ToList();
        var briefs = Directory.GetFiles(Path.Combine(samples, "briefs"), "*.json").Select(BriefFile.Read).ToList();

        Assert.True(briefs.Count >= 6);
        Assert.Empty(briefs.Select(brief => brief.Brand).Except(brands.Select(brand => brand.Id)));
        Assert.All(briefs, brief => Assert.True(brief.Placements.Count >= 12, brief.Campaign));
    }
}
