namespace Creative.Core.Diffusion;

/// <summary>Encodes each prompt of a batch once, alone: its numbers must not depend on the others.</summary>
internal sealed class PromptTexts(ITextEncoder encoder, bool guided, bool emptyNegativeIsZero)
{
    private readonly Dictionary<string, TextEmbedding> _known = new(StringComparer.Ordinal);

    /// <value>Rows of a prompt, once one has been encoded.</value>
    public int Tokens { get; private set; }

    /// <summary>The negative prompt's numbers, then the prompt's; without guidance the prompt's alone.</summary>
    public PromptNumbers For(PaintRequest request, CancellationToken cancellation)
    {
        var prompt = Encode(request.Prompt, cancellation);
        if (!guided)
        {
            return new PromptNumbers(prompt.Values.ToArray(), prompt.Pooled.ToArray());
        }

        var negative = request.NegativePrompt.Length == 0 && emptyNegativeIsZero
            ? prompt with { Values = new float[prompt.Values.Length], Pooled = new float[prompt.Pooled.Length] }
            : Encode(request.NegativePrompt, cancellation);
        return new PromptNumbers(
            [.. negative.Values.Span, .. prompt.Values.Span], [.. negative.Pooled.Span, .. prompt.Pooled.Span]);
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

/// <summary>What the denoiser reads of the prompts of one image.</summary>
/// <param name="Rows">One or two prompts × tokens × width.</param>
/// <param name="Pooled">One or two prompts × width; empty where the model has none.</param>
internal sealed record PromptNumbers(float[] Rows, float[] Pooled);
