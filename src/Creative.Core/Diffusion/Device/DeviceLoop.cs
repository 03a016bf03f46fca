using System.Buffers;
using System.Collections.Immutable;
using Creative.Core.Diffusion.Noise;
using Creative.Core.Diffusion.Sampling;

namespace Creative.Core.Diffusion.Device;

/// <summary>
/// The loop of a denoiser with memory of its own, where nothing crosses over but fresh noise and a few weights. Images are
/// run together, as many as the denoiser takes; the noise of each is its own, as in <see cref="HostLoop"/>.
/// </summary>
internal sealed class DeviceLoop : IDenoisingLoop
{
    private readonly StepGrid _grid;
    private readonly int _first;
    private readonly double? _guidance;
    private readonly ImmutableArray<LinearStep> _steps;
    private readonly List<(IReadOnlyList<LatentImage> Images, IDeviceRun Run)> _groups = [];
    private readonly int _count;
    private int _step = -1;

    /// <param name="guidance">Null when the denoiser is run with the prompt alone.</param>
    /// <param name="steps">Of the grid from <paramref name="first"/> on.</param>
    public DeviceLoop(
        IDeviceDenoiser denoiser, LatentShape shape, int tokens, StepGrid grid, int first, ImmutableArray<LinearStep> steps,
        (double Value, bool Folds) guidance, IReadOnlyList<LatentImage> images, CancellationToken cancellation)
    {
        (_grid, _first, _steps, _count) = (grid, first, steps, shape.Count);
        _guidance = guidance.Folds ? guidance.Value : null;
        try
        {
            foreach (var group in images.Chunk(denoiser.MostImages))
            {
                cancellation.ThrowIfCancellationRequested();
                var outputs = _guidance is null ? 1 : 2;
                _groups.Add((group, denoiser.Begin(
                    new DeviceStart(
                        shape, group.Length, Join(group.Select(image => image.State.Sample.ToArray())), steps[0].Signals, outputs, tokens,
                        Rows(group, outputs, image => image.Text.Rows), Call(first))
                    {
                        Pooled = Rows(group, outputs, image => image.Text.Pooled),
                        Guidance = guidance.Value,
                    },
                    cancellation)));
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Advance(int step, CancellationToken cancellation)
    {
        _step = step;
        var linear = _steps[step - _first];
        var weights = linear.NextWeights(_guidance);
        foreach (var (images, run) in _groups)
        {
            cancellation.ThrowIfCancellationRequested();
            var length = linear.Draws.Length * images.Count * _count;
            var noises = ArrayPool<float>.Shared.Rent(length);
            try
            {
                Draw(images, noises, linear.Draws);
                run.Step(weights, noises.AsSpan(0, length), Call(Math.Min(step + 1, _grid.Steps - 1)), cancellation);
            }
            finally
            {
                ArrayPool<float>.Shared.Return(noises);
            }
        }
    }

    public ReadOnlySpan<float> Clean(int image, CancellationToken cancellation) =>
        Read(image, (run, latents) => run.ReadSum(_steps[_step - _first].CleanWeights(_guidance), latents, cancellation));

    public ReadOnlySpan<float> Sample(int image, CancellationToken cancellation) =>
        Read(image, (run, latents) => run.ReadSample(latents, cancellation));

    public void Dispose() => _groups.ForEach(group => group.Run.Dispose());

    private ReadOnlySpan<float> Read(int image, Action<IDeviceRun, float[]> read)
    {
        foreach (var (images, run) in _groups)
        {
            if (image < images.Count)
            {
                var latents = new float[images.Count * _count];
                read(run, latents);
                return latents.AsSpan(image * _count, _count);
            }

            image -= images.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(image), image, "There is no such image.");
    }

    private DenoiserCall Call(int step) => new(_grid.Timesteps[step], _grid.Levels[step].InputScale);

    private void Draw(IReadOnlyList<LatentImage> images, float[] noises, ImmutableArray<BrownianSpan?> draws)
    {
        for (var draw = 0; draw < draws.Length; draw++)
        {
            for (var i = 0; i < images.Count; i++)
            {
                var random = images[i].State.Random;
                var noise = noises.AsSpan(((draw * images.Count) + i) * _count, _count);
                if (draws[draw] is { } span)
                {
                    random.Normal(span, noise);
                }
                else
                {
                    random.Normal(noise);
                }
            }
        }
    }

    /// <summary>What is read without the prompt, of all images, and then what is read with it.</summary>
    private static float[] Rows(LatentImage[] images, int outputs, Func<LatentImage, float[]> of) => Join(
        Enumerable.Range(0, outputs).SelectMany(part => images.Select(of).Select(rows => rows[(part * rows.Length / outputs)..((part + 1) * rows.Length / outputs)])));

    private static float[] Join(IEnumerable<float[]> parts) => [.. parts.SelectMany(part => part)];
}
