using System.Globalization;
using System.Text.Json;

namespace Creative.Bench.Loop;

/// <summary>The rounds as a table, as one line of JSON, and as a file that the chart is drawn from.</summary>
internal static class LoopReport
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Row(RoundResult round) => string.Create(
        CultureInfo.InvariantCulture,
        $"round {round.Number}  usable {round.Usable}  judged {round.Judged} + {round.ComparisonLabels}  trained on {round.Trained}  {round.Version} {(round.Promoted ? "promoted" : round.Number == 0 ? "" : "refused")}  {round.Minutes:0.0} min");

    public static string Json(LoopSettings settings, IReadOnlyList<RoundResult> rounds) => JsonSerializer.Serialize(
        new
        {
            rounds = rounds.Select(round => new
            {
                number = round.Number,
                usable = Math.Round(round.Usable.Rate, 4),
                low = Math.Round(round.Usable.Low, 4),
                high = Math.Round(round.Usable.High, 4),
                labels = round.Judged + round.ComparisonLabels,
                trained = round.Trained,
                version = round.Version,
                promoted = round.Promoted,
                minutes = Math.Round(round.Minutes, 1),
            }),
            labels = rounds.Sum(round => round.Judged + round.ComparisonLabels),
            minutes = Math.Round(rounds.Sum(round => round.Minutes), 1),
            evaluated = settings.Evaluated,
        },
        Plain);
}
