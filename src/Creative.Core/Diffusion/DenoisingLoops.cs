using Creative.Core.Diffusion.Device;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion;

/// <summary>Which loop a batch goes through.</summary>
internal static class DenoisingLoops
{
    /// <param name="first">Index into the grid at which the way begins.</param>
    /// <param name="images">Each at its beginning.</param>
    public static IDenoisingLoop Begin(
        IDenoiser network, LatentShape shape, int tokens, double guidance, Sampler sampler, StepGrid grid, int first,
        IReadOnlyList<LatentImage> images, CancellationToken cancellation)
    {
        if (network is IDeviceDenoiser { MostImages: > 0 } device)
        {
            var steps = LinearSteps.Of(sampler, grid, first, out var obstacle);
            obstacle ??= images.Any(image => image.Start?.Masked == true) ? "a mask is put back at every step" : null;
            if (obstacle is null)
            {
                var folds = GuidedDenoiser.NeedsNegative(network, guidance);
                return new DeviceLoop(device, shape, tokens, grid, first, steps, (guidance, folds), images, cancellation);
            }

            device.Declined(obstacle);
        }

        return new HostLoop(sampler, grid, images, new GuidedDenoiser(network, shape, tokens, guidance));
    }
}
