using System.Globalization;

namespace Creative.Bench.Loop;

/// <summary>How long the proof runs. All counts are of pictures.</summary>
/// <param name="Rounds">Rounds of scoring and fine-tuning, 1 to 20; the state before them is round 0.</param>
/// <param name="Painted">Painted for each round, of which the queue chooses what designers see.</param>
/// <param name="Labels">Judgements in each round.</param>
/// <param name="Compared">Prompts and seeds that both versions paint, judged blind: twice as many judgements.</param>
/// <param name="Evaluated">Fresh prompts and seeds that the judge measures a champion on; no judgement of a designer is spent.</param>
/// <param name="Steps">Of fine-tuning in each round: counted, not timed, so that a busy machine trains as far as a free one.</param>
/// <param name="Python">A Python with torch.</param>
/// <param name="Output">Gets the server's data, exports, models, the report and its chart.</param>
internal sealed record LoopSettings(int Rounds, int Painted, int Labels, int Compared, int Evaluated, int Steps, string Python, string Output)
{
    /// <summary>The most that the proof may spend.</summary>
    public const int LabelLimit = 10_000;

    public int LabelsInAll => Rounds * (Labels + (2 * Compared));

    /// <returns>The settings, or every problem.</returns>
    public static (LoopSettings? Settings, IReadOnlyList<string> Problems) Read(string[] args)
    {
        var quick = args.Contains("--short");
        var problems = new List<string>();
        int Count(string option, int usual, int most)
        {
            if (Arguments.Value(args, option) is not { } text)
            {
                return usual;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most)
            {
                return count;
            }

            problems.Add($"{option}: '{text}', expected 1 to {most}.");
            return usual;
        }

        var settings = new LoopSettings(
            Count("--rounds", quick ? 2 : 5, 20),
            Count("--painted", quick ? 30 : 420, 20_000),
            Count("--labels", quick ? 24 : 400, LabelLimit),
            Count("--compared", quick ? 8 : 120, 2000),
            Count("--evaluated", quick ? 15 : 180, 10_000),
            Count("--steps", quick ? 14 : 430, 100_000),
            Arguments.Value(args, "--python") ?? Environment.GetEnvironmentVariable("PYTHON") ?? "python3",
            Path.GetFullPath(Arguments.Value(args, "--out") ?? Path.Combine("out", "bench", "loop")));
        if (settings.LabelsInAll > LabelLimit)
        {
            problems.Add($"--rounds, --labels, --compared: {settings.LabelsInAll} judgements in all, expected at most {LabelLimit}.");
        }

        if (settings.Labels > settings.Painted)
        {
            problems.Add($"--labels: {settings.Labels}, expected at most what is painted, {settings.Painted}.");
        }

        return problems.Count == 0 ? (settings, []) : (null, problems);
    }
}
