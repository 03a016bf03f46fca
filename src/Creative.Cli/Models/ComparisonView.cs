using System.Globalization;
using Creative.Cli.Commands;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Models;

/// <summary>Shows how two versions compare.</summary>
internal static class ComparisonView
{
    public static void ShowList(CommandCall call, ListComparisonsResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        Tables.Write(
            call.Terminal,
            ["when", "baseline", "candidate", "by", "pairs#", "baseline usable", "candidate usable", "p#", "promotable"],
            list.Comparisons.Select(string[] (one) =>
            [
                $"{one.CreateTime.ToDateTime():yyyy-MM-dd HH:mm}", one.Baseline, one.Candidate, one.Source, $"{one.Overall.Pairs}", Rate(one.Overall.Baseline), Rate(one.Overall.Candidate),
                Chance(one.Overall.PBetter), one.Promotable ? "yes" : "no",
            ]));
    }

    /// <returns>Done when the candidate may take over.</returns>
    public static int Show(CommandCall call, Comparison comparison)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(comparison));
        }
        else
        {
            ShowText(call.Terminal, comparison);
        }

        return comparison.Promotable ? ExitCode.Done : ExitCode.Failed;
    }

    private static void ShowText(Terminal terminal, Comparison comparison)
    {
        terminal.Out.WriteLine($"{comparison.ModelId}: {comparison.Candidate} against {comparison.Baseline}, {comparison.Overall.Pairs} pairs");
        Tables.Write(
            terminal,
            ["class", "pairs#", "baseline", "candidate", "only baseline#", "only candidate#", "p#", "p after Holm#", ""],
            comparison.Classes.Prepend(comparison.Overall).Select(string[] (one) =>
            [
                one.ElementClass.Length == 0 ? "all" : one.ElementClass, $"{one.Pairs}", Rate(one.Baseline), Rate(one.Candidate), $"{one.OnlyBaseline}", $"{one.OnlyCandidate}",
                Chance(one.PTwoSided), one.ElementClass.Length == 0 ? "" : Chance(one.PAdjusted), one.Worse ? "worse" : "",
            ]));
        if (comparison.Dimensions.Count > 0)
        {
            Tables.Write(
                terminal,
                ["dimension", "difference", "p#", "p after Holm#", ""],
                comparison.Dimensions.Select(string[] (one) => [one.Dimension, Points(one.Difference), Chance(one.PTwoSided), Chance(one.PAdjusted), one.Worse ? "worse" : ""]));
        }

        terminal.Out.WriteLine(comparison.Promotable ? "The candidate may take over." : "The candidate may not take over.");
        foreach (var reason in comparison.Reasons)
        {
            terminal.Out.WriteLine($"  {reason}");
        }
    }

    private static string Rate(Estimate rate) => string.Create(CultureInfo.InvariantCulture, $"{rate.Value * 100:0.0} % ({rate.Low * 100:0.0} to {rate.High * 100:0.0})");

    private static string Points(Estimate difference) => difference.HasLow
        ? string.Create(CultureInfo.InvariantCulture, $"{difference.Value:+0.00;-0.00;0.00} ({difference.Low:+0.00;-0.00;0.00} to {difference.High:+0.00;-0.00;0.00})")
        : string.Create(CultureInfo.InvariantCulture, $"{difference.Value:+0.00;-0.00;0.00}");

    private static string Chance(double chance) => chance < 0.0001 ? "< 0.0001" : chance.ToString("0.0000", CultureInfo.InvariantCulture);
}
