using System.Text.Json;

namespace Creative.Tools.Vectors;

/// <summary>One full denoising loop over the dummy model, with what is published about its result.</summary>
/// <param name="Scheduler">Class name in diffusers, without "Scheduler".</param>
/// <param name="Test">Name of the test that asserts the values.</param>
/// <param name="Loop">How it runs, such as "P" or "KN(t_start=8, torch seed 0)".</param>
/// <param name="Overrides">Config fields that differ from those of the scheduler's tests.</param>
/// <param name="Steps">Inference steps, 1 or more.</param>
/// <param name="Sum">Of the absolute values of the result.</param>
/// <param name="Mean">Of the absolute values of the result.</param>
internal sealed record VectorCase(string Scheduler, string Test, string Loop, JsonElement Overrides, int Steps, Expected? Sum, Expected? Mean);

/// <param name="Tolerance">Absolute, 0 or more.</param>
internal sealed record Expected(double Value, double Tolerance);

/// <summary>How a case ended.</summary>
/// <param name="Reason">Why it could not be run; null when it ran.</param>
internal sealed record VectorResult(
    string File, string Scheduler, string Test, bool Passed, string? Reason, double? Sum, double? Mean, double? ExpectedSum, double? ExpectedMean)
{
    public override string ToString() => Reason is null
        ? FormattableString.Invariant($"{File}: {Scheduler} {Test}: sum {Sum} expected {ExpectedSum}, mean {Mean} expected {ExpectedMean}")
        : $"{File}: {Scheduler} {Test}: {Reason}";
}
