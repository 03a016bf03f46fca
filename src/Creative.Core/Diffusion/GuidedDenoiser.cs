using System.Buffers;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>
/// Classifier-free guidance, Ho and Salimans 2022, arXiv:2207.12598: output = u + guidance·(c − u), u without and c with the prompt.
/// One run holds one image, twice when guided: kernels may round differently in another batch size, and an image must not
/// depend on its company.
/// </summary>
internal sealed class GuidedDenoiser(IDenoiser denoiser, LatentShape shape, int tokens, double guidance) : IDisposable
{
    private readonly int _batch = NeedsNegative(denoiser, guidance) ? 2 : 1;
    private readonly int _count = shape.Count;
    private readonly float[] _buffer = ArrayPool<float>.Shared.Rent(4 * shape.Count);

    /// <summary>Guidance of 1 and below is none.</summary>
    public static bool NeedsNegative(IDenoiser denoiser, double guidance) => guidance > 1 && !denoiser.EmbedsGuidance;

    /// <param name="sample">One latent, multiplied by <paramref name="scale"/> for the denoiser.</param>
    /// <param name="text">One prompt's numbers, or two prompts' when guided: first without.</param>
    /// <param name="extra">See <see cref="DenoiserInput.Extra"/>.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<float> Predict(
        ReadOnlySpan<float> sample, double scale, double timestep, PromptNumbers text, ReadOnlySpan<float> extra, CancellationToken cancellation)
    {
        var inputs = _buffer.AsSpan(0, _batch * _count);
        var outputs = _buffer.AsSpan(2 * _count, _batch * _count);
        Latents.Scale(scale, sample, inputs[.._count]);
        if (_batch == 2)
        {
            inputs[.._count].CopyTo(inputs[_count..]);
        }

        var input = new DenoiserInput(shape, _batch, timestep, inputs, tokens, text.Rows) { Pooled = text.Pooled, Extra = extra, Guidance = guidance };
        denoiser.Predict(input, outputs, cancellation);
        if (_batch == 2)
        {
            Latents.Combine(1 - guidance, outputs[.._count], guidance, outputs[_count..], outputs[.._count]);
        }

        return outputs[.._count];
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_buffer);
}
