using System.Collections.Immutable;

namespace Creative.Core.Scoring;

/// <summary>A word for a colour.</summary>
/// <param name="Degrees">In the hue circle (0 red, 120 green, 240 blue); null for a grey.</param>
/// <param name="Slack">Degrees to either side that are still that colour.</param>
internal sealed record HueWord(string Word, double? Degrees, double Slack);

internal static class HueWords
{
    private static readonly char[] Ends = [',', '.', ';'];

    private static readonly ImmutableArray<HueWord> All =
    [
        new("rose gold", 18, 20),
        new("gold", 40, 18),
        new("silver", null, 0),
        new("red", 0, 20),
        new("orange", 25, 15),
        new("yellow", 50, 15),
        new("green", 130, 35),
        new("teal", 175, 25),
        new("blue", 220, 30),
        new("purple", 275, 28),
        new("pink", 335, 28),
        new("white", null, 0),
        new("black", null, 0),
    ];

    /// <summary>The first colour in what a prompt names first, such as blue in "matte blue bank card, gold chip"; null when there is none before the first comma.</summary>
    public static HueWord? Find(string prompt)
    {
        var end = prompt.IndexOfAny(Ends);
        var named = $" {(end < 0 ? prompt : prompt[..end])} ";
        return All.Select(hue => (Hue: hue, At: named.IndexOf($" {hue.Word} ", StringComparison.OrdinalIgnoreCase)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At)
            .FirstOrDefault().Hue;
    }
}
