using System.Collections.Immutable;

namespace Creative.Core.Datasets.Gates;

/// <summary>Keeps what the query asks for of the consensus: a verdict, ranges of scores. What nobody gave a verdict on is never wanted.</summary>
internal static class SelectionGate
{
    public static GateOutcome Run(GateMaterial material, GateContext context)
    {
        var judged = material.Items.Where(item => material.Consensus.ContainsKey(item.Id)).ToArray();
        var wanted = judged.Where(item => context.Wanted(material.Consensus[item.Id])).ToArray();
        var remarks = ImmutableArray.CreateBuilder<string>();
        if (judged.Length < material.Items.Length)
        {
            remarks.Add($"{material.Items.Length - judged.Length} items on which nobody was sure");
        }

        if (wanted.Length < judged.Length)
        {
            remarks.Add($"{judged.Length - wanted.Length} items with another verdict or other scores");
        }

        return new GateOutcome(material with { Items = [.. wanted] }, remarks.ToImmutable(), Objects: false);
    }
}
