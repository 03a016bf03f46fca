using System.Globalization;
using System.Text;

namespace Creative.Bench.Loop;

/// <summary>Usable rate over judgements spent, with its interval: a picture that needs no explanation beside it.</summary>
internal static class LoopChart
{
    private const double Width = 760, Height = 380, Left = 64, Right = 30, Top = 54, Bottom = 62;
    private const double Lowest = 0.5;

    /// <summary>An SVG document.</summary>
    public static string Draw(IReadOnlyList<RoundResult> rounds)
    {
        var spent = new List<long>();
        foreach (var round in rounds)
        {
            spent.Add((spent.Count == 0 ? 0 : spent[^1]) + round.Judged + round.ComparisonLabels);
        }

        double X(long labels) => Left + ((Width - Left - Right) * labels / Math.Max(1, spent[^1]));
        double Y(double rate) => Height - Bottom - ((Height - Top - Bottom) * (Math.Clamp(rate, Lowest, 1) - Lowest) / (1 - Lowest));
        var svg = new StringBuilder();
        void Add(FormattableString line) => svg.AppendLine(line.ToString(CultureInfo.InvariantCulture));
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\" font-family=\"Inter, Helvetica, Arial, sans-serif\" font-size=\"13\" fill=\"#1f2733\">");
        Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>");
        Add($"<text x=\"{Left - 44}\" y=\"26\" font-size=\"17\" font-weight=\"600\">Usable pictures, of fresh prompts and seeds</text>");
        for (var tenth = 5; tenth <= 10; tenth++)
        {
            Add($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tenth / 10.0):0.0}\" y2=\"{Y(tenth / 10.0):0.0}\" stroke=\"{(tenth == 9 ? "#0a7d4f" : "#e3e7ee")}\"{(tenth == 9 ? " stroke-dasharray=\"5 4\"" : "")}/>");
            Add($"<text x=\"{Left - 10}\" y=\"{Y(tenth / 10.0) + 4.5:0.0}\" text-anchor=\"end\" fill=\"#5a6675\">{tenth * 10} %</text>");
        }

        Add($"<polyline fill=\"none\" stroke=\"#1d5fd1\" stroke-width=\"2.5\" points=\"{string.Join(' ', rounds.Select((round, i) => string.Create(CultureInfo.InvariantCulture, $"{X(spent[i]):0.0},{Y(round.Usable.Rate):0.0}")))}\"/>");
        for (var i = 0; i < rounds.Count; i++)
        {
            var (x, rate) = (X(spent[i]), rounds[i].Usable);
            Add($"<line x1=\"{x:0.0}\" x2=\"{x:0.0}\" y1=\"{Y(rate.Low):0.0}\" y2=\"{Y(rate.High):0.0}\" stroke=\"#1d5fd1\" stroke-width=\"1.5\"/>");
            Add($"<circle cx=\"{x:0.0}\" cy=\"{Y(rate.Rate):0.0}\" r=\"5\" fill=\"{(rounds[i].Promoted || i == 0 ? "#1d5fd1" : "#ffffff")}\" stroke=\"#1d5fd1\" stroke-width=\"2\"/>");
            Add($"<text x=\"{x:0.0}\" y=\"{Y(rate.High) - 9:0.0}\" text-anchor=\"middle\" font-weight=\"600\">{100 * rate.Rate:0.0} %</text>");
            Add($"<text x=\"{x:0.0}\" y=\"{Height - Bottom + 20:0.0}\" text-anchor=\"middle\">{(i == 0 ? "start" : $"round {i}")}</text>");
            Add($"<text x=\"{x:0.0}\" y=\"{Height - Bottom + 37:0.0}\" text-anchor=\"middle\" fill=\"#5a6675\">{spent[i]:#,0}</text>");
        }

        Add($"<text x=\"{Left}\" y=\"{Height - 8}\" fill=\"#5a6675\">Judgements of designers, in all. Bars: 95 % interval. Hollow: the new version was refused, the old one stays.</text>");
        return svg.Append("</svg>").AppendLine().ToString();
    }
}
