using System.Globalization;
using System.Xml.Linq;
using Creative.Contract.V1;
using Creative.Labeling.Charts;
using Creative.Labeling.Texts;

namespace Creative.Labeling.Dashboards;

/// <summary>Usable rate of the model in service, round by round: a line for each series of rounds.</summary>
internal static class RoundsChart
{
    public static XElement Draw(IReadOnlyList<Round> rounds, Translator texts)
    {
        var series = rounds
            .GroupBy(round => round.Series)
            .Select(one => new LineSeries(one.Key, [.. one.OrderBy(round => round.Number).Select(round => (Place(round.Number), Interval.Of(round.UsableRate)))]))
            .ToList();
        var summary = string.Join("; ", series.Select(one => $"{one.Name}: {string.Join(", ", one.Points.Select(point => point.Interval))}"));
        return LineChart.Draw(texts["rounds.chart"], summary, series, texts["chart.undefined"], place => NameOf(int.Parse(place, CultureInfo.InvariantCulture), texts));
    }

    public static CsvTable Table(IReadOnlyList<Round> rounds) => new(
        ["series", "round", "shown", "judged", "trained_on", "model_version", "promoted", "usable_rate", "low", "high", "count", "minutes"],
        rounds.Select(round =>
        {
            var rate = Interval.Of(round.UsableRate);
            return (object?[])
            [
                round.Series, round.Number, round.Shown, round.Judged, round.Exported, round.ModelVersion, round.Promoted, rate.Value, rate.Low, rate.High, rate.Count, round.Minutes,
            ];
        }));

    public static string NameOf(int number, Translator texts) => number == 0 ? texts["rounds.start"] : texts.Say("rounds.round", ("n", number));

    // Places are ordered as text.
    private static string Place(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
