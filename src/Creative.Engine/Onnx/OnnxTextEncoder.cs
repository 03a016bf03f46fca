using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Text;

namespace Creative.Engine.Onnx;

/// <summary>CLIP's text model as optimum exports it: input_ids [batch, tokens] → last_hidden_state [batch, tokens, width].</summary>
internal sealed class OnnxTextEncoder(ClipTokenizer tokenizer, string path, OnnxRuntimeHost host) : ITextEncoder, IDisposable
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Hidden = "last_hidden_state";

    private readonly OnnxModel _model = new(
        path,
        host,
        [new(Ids, [-1, -1], TensorRule.Ids), new(Mask, [-1, -1], TensorRule.Ids, MayBeMissing: true)],
        [new(Hidden, [-1, -1, -1], TensorRule.Floats)]);

    /// <value>Numbers for each token.</value>
    public int Width => _model.OutputSide(Hidden, 2);

    public TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        var ids = tokenizer.Encode(prompt);
        var values = new float[ids.Length * Width];
        using var turn = _model.Enter(cancellation);
        turn.Set(Ids, ids, 1, ids.Length);
        if (_model.HasInput(Mask))
        {
            // Stable Diffusion was trained without a mask: every token counts, padding too.
            turn.Set(Mask, Enumerable.Repeat(1, ids.Length).ToArray(), 1, ids.Length);
        }

        turn.Expect(Hidden, 1, ids.Length, Width);
        turn.Run();
        turn.Get(Hidden, values);
        return new TextEmbedding(ids.Length, Width, values);
    }

    public void Dispose() => _model.Dispose();
}
