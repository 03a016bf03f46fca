using Creative.Core.Diffusion.Text;
using Creative.Engine.Families;

namespace Creative.Engine.Onnx;

/// <summary>Which rows of a text model the denoiser reads.</summary>
internal enum TextRows
{
    /// <summary>last_hidden_state: Stable Diffusion.</summary>
    Last,

    /// <summary>The last but one of hidden_states.0 to hidden_states.n: SDXL.</summary>
    LastButOne,

    /// <summary>The same, and text_embeds: SDXL's second encoder.</summary>
    LastButOneAndPooled,
}

/// <summary>One of CLIP's text models as optimum exports it: input_ids [batch, tokens] → hidden states [batch, tokens, width] and a pooled row.</summary>
internal sealed class ClipTextGraph : IDisposable
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Last = "last_hidden_state";
    private const string Hidden = "hidden_states.";
    private const string Embeds = "text_embeds";

    private readonly ClipTokenizer _tokenizer;
    private readonly OnnxModel _model;
    private readonly string _rows;

    public ClipTextGraph(ClipTokenizer tokenizer, string path, OnnxRuntimeHost host, TextRows rows, PartSettings settings)
    {
        _tokenizer = tokenizer;
        _model = new OnnxModel(path, host, graph => Rules(graph, rows, tokenizer.Length));
        try
        {
            _rows = NameOf(_model.Signature, rows);
            Width = SideOf(path, _rows, 2, settings, "hidden_size");
            PooledWidth = rows == TextRows.LastButOneAndPooled ? SideOf(path, Embeds, 1, settings, "projection_dim") : 0;
        }
        catch
        {
            _model.Dispose();
            throw;
        }
    }

    /// <value>Rows of every prompt.</value>
    public int Tokens => _tokenizer.Length;

    /// <value>Numbers in a row.</value>
    public int Width { get; }

    /// <value>Numbers in the pooled row; 0 when it is not read.</value>
    public int PooledWidth { get; }

    /// <returns>Tokens × width numbers, and the pooled row.</returns>
    public (float[] Rows, float[] Pooled) Encode(string prompt, CancellationToken cancellation)
    {
        var ids = _tokenizer.Encode(prompt);
        var (rows, pooled) = (new float[ids.Length * Width], new float[PooledWidth]);
        using var turn = _model.Enter(cancellation);
        turn.Set(Ids, ids, 1, ids.Length);
        if (_model.HasInput(Mask))
        {
            // Stable Diffusion was trained without a mask: every token counts, padding too.
            turn.Set(Mask, Enumerable.Repeat(1, ids.Length).ToArray(), 1, ids.Length);
        }

        turn.Expect(_rows, 1, ids.Length, Width);
        if (PooledWidth > 0)
        {
            turn.Expect(Embeds, 1, PooledWidth);
        }

        turn.Run();
        turn.Get(_rows, rows);
        if (PooledWidth > 0)
        {
            turn.Get(Embeds, pooled);
        }

        return (rows, pooled);
    }

    public void Dispose() => _model.Dispose();

    private static GraphRules Rules(GraphSignature graph, TextRows rows, int tokens) => new(
        [new(Ids, [-1, tokens], TensorRule.Ids), new(Mask, [-1, tokens], TensorRule.Ids, MayBeMissing: true)],
        [
            new(NameOf(graph, rows), [-1, tokens, -1], TensorRule.Floats),
            .. rows == TextRows.LastButOneAndPooled ? [new(Embeds, [-1, -1], TensorRule.Floats)] : (TensorRule[])[],
        ]);

    private static string NameOf(GraphSignature graph, TextRows rows)
    {
        if (rows == TextRows.Last)
        {
            return Last;
        }

        // The first are the embedded words, the last are those before the final normalization.
        var count = 0;
        while (graph.Outputs.ContainsKey($"{Hidden}{count}"))
        {
            count++;
        }

        return $"{Hidden}{Math.Max(0, count - 2)}";
    }

    private int SideOf(string path, string output, int dimension, PartSettings settings, string field)
    {
        var side = _model.OutputSide(output, dimension);
        return side > 0 ? side : settings.Whole(field, 1 << 16)
            ?? throw new InvalidModelException(path, $"output '{output}' leaves its width open, and config.json has no {field}");
    }
}
