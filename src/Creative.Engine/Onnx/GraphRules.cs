using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx;

/// <summary>What a session says of its graph.</summary>
/// <param name="OutputNames">In the graph's order.</param>
internal sealed record GraphSignature(
    IReadOnlyDictionary<string, NodeMetadata> Inputs, IReadOnlyDictionary<string, NodeMetadata> Outputs, IReadOnlyList<string> OutputNames);

/// <summary>What a graph has to be like, so that it can be run.</summary>
internal sealed record GraphRules(IReadOnlyList<TensorRule> Inputs, IReadOnlyList<TensorRule> Outputs)
{
    /// <value>Whatever else is wrong with the graph.</value>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Everything that is wrong with a graph.</summary>
    public IEnumerable<string> Broken(GraphSignature graph) =>
    [
        .. Problems,
        .. TensorRule.Problems("input", Inputs, graph.Inputs, othersAllowed: false),
        .. TensorRule.Problems("output", Outputs, graph.Outputs, othersAllowed: true),
    ];
}
