using Creative.Bench.Elements;

namespace Creative.Bench.Loop;

/// <summary>
/// The proof of the whole: starts from a weak elements model and shows the usable rate round by round, with simulated designers
/// and everything else real.
/// </summary>
internal static class LoopBench
{
    public const string Name = "loop";

    private const int Designers = 28;

    public static int Run(string[] args)
    {
        var (settings, problems) = LoopSettings.Read(args);
        if (settings is null)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, problems));
            return 2;
        }

        return RunAsync(settings).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(LoopSettings settings)
    {
        var (data, models) = (Path.Combine(settings.Output, "data"), Path.Combine(settings.Output, "models"));
        Directory.CreateDirectory(settings.Output);
        foreach (var folder in Directory.GetDirectories(settings.Output, "round-*").Append(data).Append(models).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        var weak = WeakModel.Assemble(".", models);
        await using var server = await LoopServer.StartAsync(data, models, WeakModel.Id);
        var team = await Team.HireAsync(server.Admin, Designers);
        var runner = new RoundRunner(settings, server, team, weak);
        var rounds = new List<RoundResult>();
        for (var number = 0; number <= settings.Rounds; number++)
        {
            rounds.Add(number == 0 ? await runner.StartAsync() : await runner.RunAsync(number));
            Console.WriteLine(LoopReport.Row(rounds[^1]));
            await File.WriteAllTextAsync(Path.Combine(settings.Output, "rounds.json"), LoopReport.Json(settings, rounds));
            await File.WriteAllTextAsync(Path.Combine(settings.Output, "rounds.svg"), LoopChart.Draw(rounds));
        }

        Console.WriteLine(LoopReport.Json(settings, rounds));
        return 0;
    }
}
