using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx;

/// <summary>What an input or output of a graph must be like.</summary>
/// <param name="Name">Exact.</param>
/// <param name="Sides">Expected length of each dimension; −1 for any, <see cref="Free"/> for one that the graph must leave open.</param>
/// <param name="Types">Element types that are understood.</param>
/// <param name="MayBeMissing">Not needed by us, or not had by every export.</param>
internal sealed record TensorRule(string Name, int[] Sides, TensorElementType[] Types, bool MayBeMissing = false)
{
    /// <summary>A graph that fixes this dimension cannot be run with the batches that we need.</summary>
    public const int Free = -2;

    /// <value>A tensor without dimensions does too.</value>
    public bool ScalarToo { get; init; }

    public static readonly TensorElementType[] Floats = [TensorElementType.Float, TensorElementType.Float16];

    public static readonly TensorElementType[] Ids = [TensorElementType.Int64, TensorElementType.Int32];

    public static readonly TensorElementType[] Numbers =
        [TensorElementType.Int64, TensorElementType.Int32, TensorElementType.Float, TensorElementType.Float16, TensorElementType.Double];

    /// <summary>Every way in which a graph's inputs, or outputs, break the rules.</summary>
    /// <param name="what">"input" or "output".</param>
    /// <param name="othersAllowed">False for inputs: one that we do not fill would be an error at run time.</param>
    public static IEnumerable<string> Problems(
        string what, IReadOnlyList<TensorRule> rules, IReadOnlyDictionary<string, NodeMetadata> found, bool othersAllowed)
    {
        foreach (var rule in rules)
        {
            if (found.TryGetValue(rule.Name, out var metadata))
            {
                if (rule.Complaint(metadata) is { } complaint)
                {
                    yield return $"{what} '{rule.Name}' {complaint}";
                }
            }
            else if (!rule.MayBeMissing)
            {
                yield return $"{what} '{rule.Name}' is missing: expected {rule}, found {string.Join(", ", found.Keys.Order(StringComparer.Ordinal))}";
            }
        }

        var others = found.Keys.Except(rules.Select(rule => rule.Name)).Order(StringComparer.Ordinal);
        foreach (var name in others.Where(_ => !othersAllowed))
        {
            yield return $"{what} '{name}' is not known: expected only {string.Join(", ", rules.Select(rule => rule.Name))}";
        }
    }

    public override string ToString() => $"{string.Join(" or ", Types)} [{string.Join(", ", Sides.Select(side => side == Free ? "left open" : side < 0 ? "any" : $"{side}"))}]";

    private string? Complaint(NodeMetadata metadata)
    {
        if (!metadata.IsTensor)
        {
            return $"is not a tensor: expected {this}";
        }

        var sides = metadata.Dimensions;
        var sidesFit = (ScalarToo && sides.Length == 0) || (sides.Length == Sides.Length
            && sides.Zip(Sides).All(pair => pair.First < 0 || pair.Second == -1 || pair.First == pair.Second));
        var fits = Types.Contains(metadata.ElementDataType) && sidesFit;
        return fits ? null : $"is {metadata.ElementDataType} [{string.Join(", ", sides.Select(side => side < 0 ? "any" : $"{side}"))}]: expected {this}";
    }
}
