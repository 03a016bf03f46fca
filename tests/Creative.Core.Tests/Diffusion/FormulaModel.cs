using System.Globalization;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;

namespace Creative.Core.Tests.Diffusion;

/// <summary>
/// A prompt is a number from 0 to 1; the denoiser says that every colour of the image is that number and its alpha 1,
/// give or take a share of the sample itself.
/// </summary>
internal sealed class FormulaModel : ITextEncoder, IDenoiser, IImageDecoder
{
    /// <value>Share of the sample in the estimate.</value>
    public float Sloppiness { get; set; }

    public List<string> Encoded { get; } = [];

    public List<int> Batches { get; } = [];

    public int Channels => 4;

    public TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        Encoded.Add(prompt);
        return new TextEmbedding(1, 1, new[] { float.Parse(prompt, CultureInfo.InvariantCulture) });
    }

    public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation)
    {
        Batches.Add(input.Batch);
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
        latent.CopyTo(planes);
}
