using System.Collections.Immutable;
using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Datasets.Material;

namespace Creative.Core.Datasets.Gates;

/// <summary>
/// Keeps the hold-out out: its families, which is no fault, and leaks, which are one: the same file, the same prompt and seed,
/// or an image that passes for one of the hold-out.
/// </summary>
internal static class HoldOutGate
{
    private const int MostNamed = 20;

    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var remarks = ImmutableArray.CreateBuilder<string>();
        var others = material.Items.Where(item => !context.HoldOutFamilies.Contains(item.Source.Family)).ToArray();
        if (others.Length < material.Items.Length)
        {
            remarks.Add($"{material.Items.Length - others.Length} items of families that are kept apart");
        }

        var looks = new NearDuplicates(context.Settings.NearDuplicateBits);
        foreach (var item in context.HeldOut)
        {
            looks.Add(item.Id, context.Looks[item.Sha256]);
        }

        var makings = context.HeldOut.Select(MakingOf).ToHashSet();
        var leaks = others
            .Select(item => (item.Id, Twin: makings.Contains(MakingOf(item)) ? "the same prompt and seed" : looks.Find(context.Looks[item.Sha256])))
            .Where(one => one.Twin is not null)
            .ToDictionary(one => one.Id, one => one.Twin!, StringComparer.Ordinal);
        remarks.AddRange(leaks.Take(MostNamed).Select(leak => $"leak: item {leak.Key} is in the hold-out as {leak.Value}"));
        if (leaks.Count > MostNamed)
        {
            remarks.Add($"and {leaks.Count - MostNamed} more leaks");
        }

        return new GateOutcome(material with { Items = [.. others.Where(item => !leaks.ContainsKey(item.Id))] }, remarks.ToImmutable(), Objects: leaks.Count > 0);
    }

    private static (string Prompt, ulong Seed, string ModelId, string ModelVersion) MakingOf(RatedItem item) =>
        (item.Source.Prompt, item.Source.Seed, item.Source.ModelId, item.Source.ModelVersion);
}
