using System.Text.Json;
using Creative.Bench.Elements;
using Creative.Core.Scoring.Learning;
using Creative.Engine;

namespace Creative.Bench.Labels;

/// <summary>
/// What designers' time buys: simulated designers judge a pool of pictures with known faults, chosen by our queue and by
/// others, and the scorer's quality is followed label by label on pictures set aside beforehand.
/// </summary>
internal static class LabelsBench
{
    public const string Name = "labels";

    private const string Embedder = "embed-mini";
    private const int UsualPoolSeed = 20_261;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static int Run(string[] args)
    {
        var seeds = Arguments.Whole(args, "--seeds", 30);
        var items = Arguments.Whole(args, "--items", 2400);
        var budget = Arguments.Whole(args, "--labels", 840);
        var candidates = Arguments.Whole(args, "--best-of", 0);
        var poolSeed = Arguments.Whole(args, "--pool-seed", UsualPoolSeed);
        var (prompts, judgements) = (Arguments.Whole(args, "--prompts", 120), Arguments.Whole(args, "--judgements", 600));
        var only = Arguments.Value(args, "--strategy");
        string?[] problems =
        [
            seeds is < 2 or > 1000 ? $"--seeds: {seeds}, expected 2 to 1000" : null,
            items is < 500 or > 100_000 ? $"--items: {items}, expected 500 to 100000" : null,
            budget < 100 || budget > items / 2 ? $"--labels: {budget}, expected 100 to half of the items" : null,
            poolSeed < 0 ? $"--pool-seed: {poolSeed}, expected 0 or more" : null,
            prompts is >= BestOfBench.Classes and <= 3000 && prompts % BestOfBench.Classes == 0 ? null : $"--prompts: {prompts}, expected a multiple of {BestOfBench.Classes} to 3000",
            judgements is >= 60 and <= 3000 && judgements % BestOfBench.Classes == 0 ? null : $"--judgements: {judgements}, expected a multiple of {BestOfBench.Classes} from 60 to 3000",
            candidates is 0 or (>= 2 and <= 64) ? null : $"--best-of: {candidates}, expected 2 to 64",
            only is null || Way.All.Any(one => one.Name == only) ? null : $"--strategy: '{only}', expected one of {string.Join(", ", Way.All.Select(one => one.Name))}",
        ];
        if (problems.Any(problem => problem is not null))
        {
            Console.Error.WriteLine(string.Join("; ", problems.Where(problem => problem is not null)) + ".");
            return 2;
        }

        if (candidates > 0)
        {
            return BestOfBench.Run(candidates, prompts, judgements, Arguments.Value(args, "--model") ?? WeakModel.Id, Embedder);
        }

        var pool = args.Contains("--synthetic") ? SyntheticPool.Make(items, (ulong)poolSeed) : Studio(items, (ulong)poolSeed);
        Describe(pool.Items);
        var times = ScorerTimes.Measure(pool);
        Console.WriteLine($"one judgement {times.LearnMedian:0.00} ms (99 of 100 under {times.LearnWorst:0.00}), tuning {times.Retune:0} ms, snapshot {times.Snapshot:0.0} ms, 20 of 10,000 chosen in {times.Choose:0} ms; {times.Features} features");
        var random = Curves(pool, Way.All.Single(way => way.Name == Way.Random), budget, seeds);
        var reports = Way.All.Where(way => way.Name != Way.Random && (only is null || only == way.Name)).Select(way => Report(way.Name, Curves(pool, way, budget, seeds), random)).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(
            new { pool = pool.Items.Length, pool_seed = poolSeed, synthetic = args.Contains("--synthetic"), seeds, labels = budget, times, strategies = reports.ToDictionary(one => one.Name, one => one.Comparisons) }, Json));
        return 0;
    }

    private static Pool Studio(int items, ulong seed)
    {
        using var catalog = new ModelCatalog("models", new EngineOptions(), Console.Error.WriteLine);
        var embedder = catalog.Embedder(Embedder);
        var featurizer = new ElementFeaturizer(embedder);
        return PoolFile.Get(PoolFile.PathOf($"studio {items} {seed}", embedder, featurizer), () => StudioPool.Make(items, seed, featurizer));
    }

    private static List<Quality>[] Curves(Pool pool, Way way, int budget, int seeds)
    {
        var curves = new List<Quality>[seeds];
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            curves[seed] = LearningRun.Of(pool, way, budget, (ulong)seed);
            Console.Error.WriteLine($"{way.Name} {seed}");
        });
        Console.WriteLine($"{way.Name}: labels, rmse, by family, rare families, auroc, auroc of rare families (means over {seeds} seeds)");
        for (var at = 0; at < curves[0].Count; at++)
        {
            double Mean(Func<Quality, double> value) => curves.Average(curve => value(curve[at]));
            Console.WriteLine($"  {curves[0][at].Labels,5} {Mean(one => one.Rmse):0.0000} {Mean(one => one.FamilyRmse):0.0000} {Mean(one => one.RareRmse):0.0000} {Mean(one => one.Auroc):0.0000} {Mean(one => one.RareAuroc):0.0000}");
        }

        return curves;
    }

    private static (string Name, Comparison[] Comparisons) Report(string name, List<Quality>[] ours, List<Quality>[] random)
    {
        Comparison[] comparisons = [.. Comparison.Figures.Select(figure => Comparison.Of(figure.Name, figure.Value, figure.Sign, ours, random))];
        foreach (var one in comparisons)
        {
            Console.WriteLine($"  {one.Figure,-24} area {one.Area:0.0000} against {one.AreaOfRandom:0.0000}, better in {one.Wins}/{ours.Length} (p better {one.Better:0.0e+0}, worse {one.Worse:0.0e+0}); as good as random at the end after {one.Labels:0} labels, {one.TimeShare:0%} of the time");
        }

        return (name, comparisons);
    }

    private static void Describe(PoolItem[] pool)
    {
        var families = pool.CountBy(item => item.Family).OrderByDescending(family => family.Value).ToArray();
        Console.WriteLine($"{pool.Length} elements in {families.Length} families of {families[^1].Value} to {families[0].Value}; {pool.Count(item => item.Quality.Usable) / (double)pool.Length:0%} usable");
    }
}
