using System.Text.Json;
using Creative.Cli.Serving;

namespace Creative.Bench.Scores;

/// <summary>Scores of 28 designers on their way to the disk: one flush for many against one flush for each call.</summary>
internal static class ScoresBench
{
    public const string Name = "scores";

    private const int UsualClients = 28;
    private const int UsualSeconds = 8;
    private const int Rounds = 2;

    private static readonly (string Name, int CommitGroup)[] Ways = [("one flush for each", 1), ("one flush for many", 2000)];

    public static int Run(string[] args) => RunAsync(args).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] args)
    {
        var clients = Arguments.Whole(args, "--clients", UsualClients);
        var time = TimeSpan.FromSeconds(Arguments.Whole(args, "--seconds", UsualSeconds));
        var all = Ways.ToDictionary(way => way.Name, _ => new List<ScoreFigures>());

        // In turns, so that whatever else the machine does meets both.
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (name, group) in Ways)
            {
                var folder = Directory.CreateTempSubdirectory("creative-bench-").FullName;
                // Without models or brands: scores need none.
                var (server, url) = await LocalServer.StartAsync(folder, CancellationToken.None, "--brands", "", "--models", folder, "--commit-group", $"{group}");
                await using (server)
                {
                    var key = (await File.ReadAllTextAsync(Path.Combine(folder, "admin.key"))).Trim();
                    var figures = await ScoreTrial.RunAsync(url, key, clients, time);
                    Console.WriteLine($"{name,-20} {figures.EventsPerSecond,8:0} events/s   p50 {figures.Median,7:0.0} ms   p95 {figures.P95,7:0.0} ms");
                    all[name].Add(figures);
                }

                Directory.Delete(folder, recursive: true);
            }
        }

        var (each, many) = (Mean(all[Ways[0].Name]), Mean(all[Ways[1].Name]));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = Name,
            clients,
            seconds = time.TotalSeconds,
            one_flush_for_each = Figures(each),
            one_flush_for_many = Figures(many),
            times_as_many = Math.Round(many.EventsPerSecond / each.EventsPerSecond, 2),
        }));
        return 0;
    }

    private static ScoreFigures Mean(List<ScoreFigures> rounds) =>
        new(rounds.Average(one => one.EventsPerSecond), rounds.Average(one => one.Median), rounds.Average(one => one.P95));

    private static object Figures(ScoreFigures figures) =>
        new { events_per_second = Math.Round(figures.EventsPerSecond), p50_ms = Math.Round(figures.Median, 1), p95_ms = Math.Round(figures.P95, 1) };
}
