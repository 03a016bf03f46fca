using System.Globalization;
using Creative.Cli.Commands;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Datasets;

/// <summary>Shows rounds: a table, and the usable rate as a chart of text.</summary>
internal static class RoundView
{
    private const int Width = 50;

    public static void Show(CommandCall call, ListRoundsResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        foreach (var series in list.Rounds.GroupBy(round => round.Series))
        {
            call.Terminal.Out.WriteLine($"{series.Key}");
            Tables.Write(
                call.Terminal,
                ["round#", "shown#", "judged#", "dataset", "exported#", "model", "promoted", "usable", "minutes#", "comparison"],
                series.Select(string[] (round) =>
                [
                    $"{round.Number}", $"{round.Shown}", $"{round.Judged}", round.Dataset, $"{round.Exported}", $"{round.ModelId} {round.ModelVersion}".Trim(),
                    round.Promoted ? "yes" : "no", Rate(round.UsableRate), round.Minutes.ToString("0.0", CultureInfo.InvariantCulture), round.Comparison,
                ]));
            call.Terminal.Out.WriteLine();
            foreach (var line in Chart([.. series]))
            {
                call.Terminal.Out.WriteLine(line);
            }
        }

        if (list.Rounds.Count == 0)
        {
            call.Terminal.Out.WriteLine("There are no rounds.");
        }
    }

    /// <summary>A line for each round: the interval as dashes, the rate as a dot; and an axis in per cent.</summary>
    public static IReadOnlyList<string> Chart(IReadOnlyList<Round> rounds)
    {
        var measured = rounds.Where(round => round.UsableRate is { HasValue: true }).ToArray();
        if (measured.Length == 0)
        {
            return [];
        }

        // From a round ten per cent below the lowest end to one: the part in which anything happens.
        var from = Math.Floor(measured.Min(round => Low(round)) * 10) / 10;
        var lines = new List<string> { "usable rate on fresh prompts and seeds, with its 95 % interval" };
        foreach (var round in measured)
        {
            var line = new string(' ', Width + 1).ToCharArray();
            var (low, high) = (Place(Low(round), from), Place(High(round), from));
            Array.Fill(line, '─', low, high - low + 1);
            (line[low], line[high]) = ('├', '┤');
            line[Place(round.UsableRate.Value, from)] = '●';
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"round {round.Number,3}  {new string(line)}  {round.UsableRate.Value * 100:0.0} %"));
        }

        lines.Add($"{new string(' ', 11)}{from * 100,-8:0}{new string(' ', Width - 14)}{100,7:0} %");
        return lines;
    }

    private static double Low(Round round) => round.UsableRate.HasLow ? round.UsableRate.Low : round.UsableRate.Value;

    private static double High(Round round) => round.UsableRate.HasHigh ? round.UsableRate.High : round.UsableRate.Value;

    private static int Place(double rate, double from) => (int)Math.Round(Math.Clamp((rate - from) / Math.Max(1e-9, 1 - from), 0, 1) * Width);

    private static string Rate(Estimate? rate) => rate is { HasValue: true }
        ? string.Create(CultureInfo.InvariantCulture, $"{rate.Value * 100:0.0} % ({Percent(rate.HasLow, rate.Low)} to {Percent(rate.HasHigh, rate.High)})")
        : "not measured";

    private static string Percent(bool known, double rate) => known ? (rate * 100).ToString("0.0", CultureInfo.InvariantCulture) : "?";
}
