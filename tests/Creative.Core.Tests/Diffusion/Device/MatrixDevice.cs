using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Device;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Device;

/// <summary>A device that is a formula too: sums are made number by number, and everything that was asked of it is counted.</summary>
internal sealed class MatrixDevice(IDenoiser denoiser, int mostImages) : IDeviceDenoiser
{
    public int MostImages => mostImages;

    public List<string> Reasons { get; } = [];

    /// <value>Images of each group that was begun.</value>
    public List<int> Groups { get; } = [];

    public int Open { get; private set; }

    public int Steps { get; private set; }

    public void Declined(string reason) => Reasons.Add(reason);

    public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation) => denoiser.Predict(input, output, cancellation);

    public IDeviceRun Begin(DeviceStart start, CancellationToken cancellation)
    {
        Groups.Add(start.Images);
        Open++;
        return new Run(this, start);
    }

    private sealed class Run : IDeviceRun
    {
        private readonly MatrixDevice _device;
        private readonly DeviceStart _start;
        private readonly int _length;
        private float[][] _signals;
        private float[][] _before = [];
        private DenoiserCall _call;

        public Run(MatrixDevice device, DeviceStart start)
        {
            (_device, _start, _call, _length) = (device, start, start.First, start.Images * start.Shape.Count);
            _signals = [start.Samples.ToArray(), .. Enumerable.Range(1, start.Signals - 1).Select(_ => new float[_length])];
        }

        public void Step(ReadOnlySpan<float> weights, ReadOnlySpan<float> noises, DenoiserCall next, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            _device.Steps++;
            float[] input = [.. Enumerable.Repeat(_signals[0].Select(x => x * (float)_call.Scale), _start.Outputs).SelectMany(x => x)];
            var output = new float[input.Length];
            _device.Predict(
                new DenoiserInput(_start.Shape, _start.Images * _start.Outputs, _call.Timestep, input, _start.Tokens, _start.Text.Span) { Pooled = _start.Pooled.Span, Guidance = _start.Guidance },
                output,
                cancellation);
            _before = [.. _signals, .. output.Chunk(_length), .. noises.ToArray().Chunk(_length)];
            var width = _before.Length;
            Assert.Equal(_start.Signals * width, weights.Length);
            _signals = [.. weights.ToArray().Chunk(width).Select(row => Sum(row))];
            _call = next;
        }

        public void ReadSum(ReadOnlySpan<float> weights, Span<float> latents, CancellationToken cancellation) => Sum(weights.ToArray()).CopyTo(latents);

        public void ReadSample(Span<float> latents, CancellationToken cancellation) => _signals[0].CopyTo(latents);

        public void Dispose() => _device.Open--;

        private float[] Sum(float[] weights) =>
            [.. Enumerable.Range(0, _length).Select(i => (float)weights.Select((weight, part) => weight * (double)_before[part][i]).Sum())];
    }
}
