using System.Text.Json;
using Creative.Bench.Elements;
using Creative.Core.Scoring.Learning;
using Creative.Core.Statistics.Significance;
using Creative.Engine;

namespace Creative.Bench.Labels;

/// <summary>`bench labels --best-of N`: a model paints, simulated designers judge, the scorer chooses for other prompts and seeds.</summary>
internal static class BestOfBench
{
    /// <summary>Of elements; as many prompts of each.</summary>
    public const int Classes = 15;

    /// <summary>Seeds of what designers judge and of what is chosen from; no seed is in both.</summary>
    private const ulong JudgedSeed = 31, OfferedSeed = 61;

    /// <summary>Prompts of a class before this one are judged, those from it on are chosen for.</summary>
    private const int FirstOffered = 200;

    private static readonly int[] Steps = [150, 300, 600, 1200, 2400];

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="candidates">Of each prompt, 2 to 64.</param>
    /// <param name="prompts">To choose for, a multiple of <see cref="Classes"/>.</param>
    /// <param name="judgements">To learn from, one for an element, a multiple of <see cref="Classes"/>.</param>
    /// <param name="model">That paints: the weak one, or one of the catalogue.</param>
    /// <param name="embedderId">Of the embedding model.</param>
    public static int Run(int candidates, int prompts, int judgements, string model, string embedderId)
    {
        using var catalog = new ModelCatalog("models", new EngineOptions(), Console.Error.WriteLine);
        var embedder = catalog.Embedder(embedderId);
        var featurizer = new ElementFeaturizer(embedder);
        var folder = model == WeakModel.Id ? Path.GetFullPath(Path.Combine("out", "bench", "models")) : "models";
        if (model == WeakModel.Id)
        {
            WeakModel.Assemble(".", folder);
        }

        using var painters = new ModelCatalog(folder, new EngineOptions(), Console.Error.WriteLine);
        var painter = painters.Painter(model);
        Pool Painted(int from, int each, int seeds, ulong first) => PoolFile.Get(
            PoolFile.PathOf($"painted {model} {painter.Model.Sha256[..12]} {from} {each} {seeds} {first}", embedder, featurizer),
            () => PaintedPool.Make(painter, featurizer, from, each, seeds, first));
        var (learning, offered) = (Painted(0, judgements / Classes, 1, JudgedSeed), Painted(FirstOffered, prompts / Classes, candidates, OfferedSeed));
        int[] steps = [.. Steps.Where(step => step < judgements), judgements];
        var result = BestOf.Of(learning, offered, candidates, steps, 1);
        Console.WriteLine($"{painter.Model.Id} {painter.Model.Version}, {result.Prompts} prompts, {candidates} candidates each; usable by the judge:");
        Console.WriteLine($"  by lot                {result.ByLot:0.000}");
        Console.WriteLine($"  the first             {result.First}");
        foreach (var one in result.Choices)
        {
            Console.WriteLine($"  {one.By,-22}{one.Usable}, {one.OfGap:0%} of the gap, p {one.Chance:0.0e+0}");
        }

        Console.WriteLine($"  any usable            {result.Any}");
        if (result.Choices[^1].Usable.Rate > result.First.Rate)
        {
            Console.WriteLine($"on other prompts for either side {SampleSize.OfTwoRates(result.First.Rate, result.Choices[^1].Usable.Rate):0} of each would show the last difference in four of five trials");
        }

        Console.WriteLine(JsonSerializer.Serialize(new { model = painter.Model, result }, Json));
        return 0;
    }
}
