using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>The loop for every denoiser and every sampler: one image at a time, step by step in the processor's memory.</summary>
internal sealed class HostLoop(Sampler sampler, StepGrid grid, IReadOnlyList<LatentImage> images, GuidedDenoiser denoiser) : IDenoisingLoop
{
    public void Advance(int step, CancellationToken cancellation)
    {
        foreach (var image in images)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = image.State;
            var output = denoiser.Predict(state.Sample, grid.Levels[step].InputScale, grid.Timesteps[step], image.Text, image.Start?.Extra, cancellation);
            state.Advance(sampler, grid, step, output);
            image.Start?.Keep(state.Sample, grid, step);
        }
    }

    public ReadOnlySpan<float> Clean(int image, CancellationToken cancellation) => images[image].State.Clean;

    public ReadOnlySpan<float> Sample(int image, CancellationToken cancellation) => images[image].State.Sample;

    public void Dispose() => denoiser.Dispose();
}
