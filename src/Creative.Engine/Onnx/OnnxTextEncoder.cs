using Creative.Core.Diffusion;

namespace Creative.Engine.Onnx;

/// <summary>The text models of a family: their rows side by side, and the pooled row of the last.</summary>
internal sealed class OnnxTextEncoder(IReadOnlyList<ClipTextGraph> graphs) : ITextEncoder
{
    /// <value>Numbers for each token.</value>
    public int Width => graphs.Sum(graph => graph.Width);

    /// <value>Numbers in the pooled row; 0 when there is none.</value>
    public int PooledWidth => graphs[^1].PooledWidth;

    public TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        var (tokens, width) = (graphs[0].Tokens, Width);
        var values = new float[tokens * width];
        var (pooled, column) = (Array.Empty<float>(), 0);
        foreach (var graph in graphs)
        {
            (var rows, pooled) = graph.Encode(prompt, cancellation);
            for (var row = 0; row < tokens; row++)
            {
                rows.AsSpan(row * graph.Width, graph.Width).CopyTo(values.AsSpan((row * width) + column));
            }

            column += graph.Width;
        }

        return new TextEmbedding(tokens, width, values) { Pooled = pooled };
    }
}
