using System.Globalization;
using System.Text.RegularExpressions;

namespace Creative.Tools.Vectors;

/// <summary>What a case's loop says; see docs/schedulers.md.</summary>
/// <param name="Scales">The sample begins times the grid's initial scale, and the denoiser gets it scaled.</param>
/// <param name="KeepsScaled">The scaled sample is handed to the step too, as diffusers' tests do and products do not.</param>
/// <param name="Start">Whole steps that are left out at the beginning; null to begin without added noise.</param>
/// <param name="AllTrainSteps">Every training step, when as many steps are asked for.</param>
/// <param name="Rows">Timesteps of a batch that makes one step without noise; null for a loop.</param>
internal sealed partial record VectorLoop(bool Scales, bool KeepsScaled, int? Start, bool AllTrainSteps, double[]? Rows)
{
    /// <value>Whether the sample has one dimension.</value>
    public bool OneDimensional { get; private init; }

    /// <value>Seeds the noise of stochastic steps.</value>
    public ulong Seed { get; private init; }

    /// <value>Share of fresh noise, where the loop says so.</value>
    public double? Eta { get; private init; }

    /// <value>Timesteps to use instead of those of the number of steps.</value>
    public double[]? Timesteps { get; private init; }

    /// <value>Index into the timesteps at which to begin, where the loop says so.</value>
    public int? Index { get; private init; }

    /// <value>How often the loop runs, with what the sampler remembers.</value>
    public int Times { get; private init; } = 1;

    /// <exception cref="FormatException">The loop is of no known kind.</exception>
    public static VectorLoop Parse(string loop)
    {
        var kind = Kind().Match(loop);
        if (!kind.Success)
        {
            throw new FormatException($"loop: '{loop}' is of no known kind");
        }

        var name = kind.Groups[1].Value;
        var start = Number(StartPattern(), loop);
        return new VectorLoop(
            name.StartsWith('K'), name.StartsWith('K') && !name.StartsWith("KP", StringComparison.Ordinal), name.Contains('N', StringComparison.Ordinal) && name[0] != 'P' ? start ?? 0 : start,
            name.StartsWith('D'), name == "B" ? List(RowsPattern(), loop) ?? throw new FormatException($"loop: '{loop}' names no timesteps") : null)
        {
            OneDimensional = kind.Groups[2].Success,
            Seed = (ulong)(Number(SeedPattern(), loop) ?? 0),
            Eta = EtaPattern().Match(loop) is { Success: true } eta ? double.Parse(eta.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null,
            Timesteps = List(TimestepsPattern(), loop),
            Index = Number(IndexPattern(), loop),
            Times = loop.Contains("run twice", StringComparison.Ordinal) ? 2 : 1,
        };
    }

    private static int? Number(Regex pattern, string loop) =>
        pattern.Match(loop) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static double[]? List(Regex pattern, string loop) =>
        pattern.Match(loop) is { Success: true } match ? [.. match.Groups[1].Value.Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))] : null;

    [GeneratedRegex(@"^(PRK|KP\+N|D\+N|KPN|KP|KN|K|N|P|D|B)(1D)?(?![A-Za-z+])")]
    private static partial Regex Kind();

    [GeneratedRegex(@"t_start\s*=\s*(\d{1,6})")]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"slice index [a-z_*=\s]*(\d{1,6})")]
    private static partial Regex IndexPattern();

    [GeneratedRegex(@"seed (\d{1,9})")]
    private static partial Regex SeedPattern();

    [GeneratedRegex(@"eta\s*=\s*(\d+(?:\.\d+)?)")]
    private static partial Regex EtaPattern();

    [GeneratedRegex(@"timesteps\s*=\s*\[([\d.,\s]+)\]")]
    private static partial Regex TimestepsPattern();

    [GeneratedRegex(@"\(t\s*=\s*([\d.,\s]+)\)")]
    private static partial Regex RowsPattern();
}
