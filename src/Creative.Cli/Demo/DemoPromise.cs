using Creative.Cli.Delivery;
using Creative.Contract.V1;

namespace Creative.Cli.Demo;

/// <summary>What the demo has to deliver to count as passed.</summary>
internal static class DemoPromise
{
    private const int Briefs = 6;
    private const int Variants = 2;
    private const int Placements = 12;

    /// <summary>Shortfalls in plain words; none when it is kept.</summary>
    /// <param name="campaigns">Each brief with what came of it.</param>
    public static IReadOnlyList<string> Shortfalls(IReadOnlyList<(Brief Brief, RenderIndex Index)> campaigns)
    {
        var found = new List<string>();
        if (campaigns.Count < Briefs)
        {
            found.Add($"{campaigns.Count} briefs, promised {Briefs}");
        }

        foreach (var (brief, index) in campaigns)
        {
            if (index.State != "SUCCEEDED")
            {
                found.Add($"{brief.Campaign}: {index.State}: {index.Error}");
            }

            var variants = index.Files.GroupBy(file => file.Variant).Where(variant => variant.Count() >= Placements).Count();
            if (variants < Variants)
            {
                found.Add($"{brief.Campaign}: {variants} variants with {Placements} placements or more, promised {Variants}");
            }

            found.AddRange(index.Files.Where(file => file.HardFailures > 0).Select(file => $"{brief.Campaign}: {file.File} was delivered with {file.HardFailures} failed checks"));
        }

        return found;
    }
}
