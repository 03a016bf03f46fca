using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>One image on its way from noise.</summary>
/// <param name="state">Its own, so that it does not depend on the others.</param>
/// <param name="text">What the denoiser reads with it: nothing and the prompt one after the other, or the prompt alone.</param>
/// <param name="start">What it starts from; null for noise alone.</param>
internal sealed class LatentImage(SampleState state, PromptNumbers text, LatentStart? start) : IDisposable
{
    public SampleState State { get; } = state;

    public PromptNumbers Text { get; } = text;

    public LatentStart? Start { get; } = start;

    /// <summary>Fills the sample with noise, or with what it starts from and noise.</summary>
    /// <param name="first">Index into the grid at which the way begins.</param>
    public void Begin(StepGrid grid, int first)
    {
        State.Random.Normal(State.Sample);
        if (Start is null)
        {
            Latents.Scale(grid.InitialScale, State.Sample, State.Sample);
        }
        else
        {
            Start.Begin(State.Sample, grid, first);
        }
    }

    public void Dispose() => State.Dispose();
}
