using System.Globalization;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Core.Tests.Diffusion;

/// <summary>
/// A prompt is a number from 0 to 1; the denoiser says that every colour of the image is that number and its alpha 1,
/// give or take a share of the sample itself.
/// </summary>
internal sealed class FormulaModel : ITextEncoder, IDenoiser, IImageDecoder, IImageEncoder, IMatting
{
    /// <value>Share of the sample in the estimate.</value>
    public float Sloppiness { get; set; }

    /// <value>0, or 5 for one that only inpaints.</value>
    public int ExtraChannels { get; set; }

    public bool EmbedsGuidance { get; set; }

    public List<string> Encoded { get; } = [];

    /// <value>Of the last run.</value>
    public float[] Extra { get; private set; } = [];

    /// <value>Of the last run.</value>
    public double Guidance { get; private set; }

    /// <value>Of the last run.</value>
    public float[] Pooled { get; private set; } = [];

    public List<int> Batches { get; } = [];

    public int Channels { get; set; } = 4;

    public TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        Encoded.Add(prompt);
        return new TextEmbedding(1, 1, new[] { float.Parse(prompt, CultureInfo.InvariantCulture) }) { Pooled = new[] { 7f } };
    }

    public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation)
    {
        Batches.Add(input.Batch);
        (Extra, Pooled, Guidance) = (input.Extra.ToArray(), input.Pooled.ToArray(), input.Guidance);
        var (count, plane) = (input.Shape.Count, input.Shape.Height * input.Shape.Width);
        for (var i = 0; i < output.Length; i++)
        {
            var colour = (2 * input.Text[i / count]) - 1;
            var guess = i % count / plane == 3 ? 1 : colour;
            output[i] = guess + (Sloppiness * input.Samples[i]);
        }
    }

    public CanvasSize SizeOf(LatentShape shape) => new(shape.Width, shape.Height);

    public void Decode(LatentShape shape, ReadOnlySpan<float> latent, Span<float> planes, CancellationToken cancellation) =>
        latent[..planes.Length].CopyTo(planes);

    public void Encode(LatentShape shape, ReadOnlySpan<float> planes, Span<float> latent, CancellationToken cancellation) =>
        planes.CopyTo(latent);

    /// <summary>The red of a pixel is its alpha.</summary>
    public void FindAlpha(PixelImage picture, Span<float> alpha, CancellationToken cancellation)
    {
        for (var i = 0; i < alpha.Length; i++)
        {
            alpha[i] = picture.Pixels[3 * i] / 255f;
        }
    }
}
