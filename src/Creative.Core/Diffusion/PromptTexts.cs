namespace Creative.Core.Diffusion;

/// <summary>Encodes each prompt of a batch once, alone: its numbers must not depend on the others.</summary>
internal sealed class PromptTexts(ITextEncoder encoder, bool guided)
{
    private readonly Dictionary<string, TextEmbedding> _known = new(StringComparer.Ordinal);

    /// <value>Rows of a prompt, once one has been encoded.</value>
    public int Tokens { get; private set; }

    /// <summary>The negative prompt's numbers, then the prompt's; without guidance the prompt's alone.</summary>
    public float[] For(PaintRequest request, CancellationToken cancellation)
    {
        var prompt = Encode(request.Prompt, cancellation).Values.Span;
        return guided ? [.. Encode(request.NegativePrompt, cancellation).Values.Span, .. prompt] : [.. prompt];
    }

    private TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(prompt, out var text))
        {
            cancellation.ThrowIfCancellationRequested();
            _known[prompt] = text = encoder.Encode(prompt, cancellation);
            Tokens = text.Tokens;
        }

        return text;
    }
}
