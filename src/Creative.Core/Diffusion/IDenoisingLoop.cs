namespace Creative.Core.Diffusion;

/// <summary>Moves all images of a batch from step to step.</summary>
internal interface IDenoisingLoop : IDisposable
{
    /// <param name="step">Index into the grid; one after the other.</param>
    void Advance(int step, CancellationToken cancellation);

    /// <summary>The clean estimate of an image at the step just made.</summary>
    ReadOnlySpan<float> Clean(int image, CancellationToken cancellation);

    /// <summary>The sample of an image after the last step.</summary>
    ReadOnlySpan<float> Sample(int image, CancellationToken cancellation);
}
