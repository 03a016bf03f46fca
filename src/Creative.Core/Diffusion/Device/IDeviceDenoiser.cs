namespace Creative.Core.Diffusion.Device;

/// <summary>A denoiser that can keep the latents of a whole painting in its own memory. Safe to call from several threads.</summary>
public interface IDeviceDenoiser : IDenoiser
{
    /// <value>Images of one run at most; 0 where nothing is gained, so that each run goes by <see cref="IDenoiser.Predict"/>.</value>
    int MostImages { get; }

    /// <summary>Told why a painting goes by <see cref="IDenoiser.Predict"/> all the same.</summary>
    void Declined(string reason);

    /// <summary>Takes the start of some images to the device.</summary>
    IDeviceRun Begin(DeviceStart start, CancellationToken cancellation);
}

/// <summary>What the denoiser is told at a step.</summary>
/// <param name="Timestep">0 to the number of training steps; may be fractional.</param>
/// <param name="Scale">What the sample is multiplied by before the denoiser sees it.</param>
public readonly record struct DenoiserCall(double Timestep, double Scale);

/// <summary>Where some images begin.</summary>
/// <param name="Shape">Of one latent.</param>
/// <param name="Images">1 or more.</param>
/// <param name="Samples">Images × shape.</param>
/// <param name="Signals">See <see cref="LinearStep"/>.</param>
/// <param name="Outputs">1, or 2 with and without the prompt; the denoiser's batch is outputs × images.</param>
/// <param name="Tokens">Rows of each prompt.</param>
/// <param name="Text">Outputs × images × tokens × width.</param>
/// <param name="First">The first run.</param>
public sealed record DeviceStart(
    LatentShape Shape, int Images, ReadOnlyMemory<float> Samples, int Signals, int Outputs, int Tokens, ReadOnlyMemory<float> Text, DenoiserCall First)
{
    /// <value>Outputs × images × width of <see cref="TextEmbedding.Pooled"/>; empty where there is none.</value>
    public ReadOnlyMemory<float> Pooled { get; init; }

    /// <value>For a denoiser that <see cref="IDenoiser.EmbedsGuidance"/>.</value>
    public double Guidance { get; init; }
}

/// <summary>Some images on their way, in the device's memory. For one thread.</summary>
public interface IDeviceRun : IDisposable
{
    /// <summary>Runs the denoiser, then replaces the signals by weighted sums of signals, outputs and noises.</summary>
    /// <param name="weights">Signals × (signals + outputs + noises).</param>
    /// <param name="noises">Noises × images × shape; may be empty.</param>
    /// <param name="next">The run of the step after.</param>
    /// <param name="cancellation">Stops in the middle of a run.</param>
    void Step(ReadOnlySpan<float> weights, ReadOnlySpan<float> noises, DenoiserCall next, CancellationToken cancellation);

    /// <summary>A weighted sum of the last step's signals, outputs and noises, which must have been made.</summary>
    /// <param name="weights">Signals + outputs + noises.</param>
    /// <param name="latents">Receives images × shape.</param>
    void ReadSum(ReadOnlySpan<float> weights, Span<float> latents, CancellationToken cancellation);

    /// <param name="latents">Receives the first signal: images × shape.</param>
    void ReadSample(Span<float> latents, CancellationToken cancellation);
}
