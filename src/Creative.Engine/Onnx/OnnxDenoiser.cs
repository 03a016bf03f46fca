using System.Buffers;
using System.Collections.Concurrent;
using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Device;
using Creative.Engine.Onnx.Device;

namespace Creative.Engine.Onnx;

/// <summary>A UNet of any family, as optimum and older exporters write it; <see cref="UNetSignature"/> says what it reads.</summary>
internal sealed class OnnxDenoiser : IDeviceDenoiser, IDisposable
{
    private readonly OnnxModel _model;
    private readonly UNetSignature _signature;
    private readonly OnnxRuntimeHost _host;
    private readonly Lazy<DeviceSession> _device;
    private readonly ConcurrentDictionary<string, bool> _declined = new(StringComparer.Ordinal);

    public OnnxDenoiser(string path, OnnxRuntimeHost host, UNetSignature signature)
    {
        _model = new OnnxModel(path, host, signature.Rules, SessionUse.Denoiser);
        (_signature, _host) = (signature, host);
        _device = new Lazy<DeviceSession>(() => new DeviceSession(_model, signature, host));
    }

    public bool EmbedsGuidance => _signature.GuidanceWidth > 0;

    public int ExtraChannels => _signature.ExtraChannels;

    /// <value>A model that only inpaints reads a mask beside the latents, and goes image by image.</value>
    public int MostImages => ExtraChannels > 0 ? 0 : _host.DeviceImages;

    /// <value>Bytes on the device that wait for the next painting.</value>
    public long IdleBytes => _device.IsValueCreated ? _device.Value.Pool.IdleBytes : 0;

    public void Declined(string reason)
    {
        if (_declined.TryAdd(reason, true))
        {
            _host.Log($"Denoising goes step by step through the processor's memory: {reason}.");
        }
    }

    public IDeviceRun Begin(DeviceStart start, CancellationToken cancellation)
    {
        var batch = start.Outputs * start.Images;
        List<(string, float[])> constants = [(UNetSignature.Text, start.Text.ToArray())];
        if (_signature.PooledWidth > 0)
        {
            constants.Add((UNetSignature.Pooled, start.Pooled.ToArray()));
            constants.Add((UNetSignature.TimeIds, _signature.TimeIdsOf(start.Shape, batch)));
        }

        if (EmbedsGuidance)
        {
            constants.Add((UNetSignature.Guidance, GuidanceEmbedding.Of(start.Guidance, _signature.GuidanceWidth, batch)));
        }

        return new OnnxDeviceRun(_device.Value, start, constants, cancellation);
    }

    public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation)
    {
        var (shape, batch) = (input.Shape, input.Batch);
        using var turn = _model.Enter(cancellation);
        SetSample(turn, input);
        Span<float> times = stackalloc float[_signature.TimestepForEach ? batch : 1];
        times.Fill((float)input.Timestep);
        turn.Set(UNetSignature.Timestep, times, _signature.TimestepIsScalar ? [] : [times.Length]);
        turn.Set(UNetSignature.Text, input.Text, batch, input.Tokens, _signature.TextWidth);
        if (_signature.PooledWidth > 0)
        {
            turn.Set(UNetSignature.Pooled, input.Pooled, batch, _signature.PooledWidth);
            turn.Set(UNetSignature.TimeIds, _signature.TimeIdsOf(shape, batch), batch, UNetSignature.TimeIdsWidth);
        }

        if (EmbedsGuidance)
        {
            turn.Set(UNetSignature.Guidance, GuidanceEmbedding.Of(input.Guidance, _signature.GuidanceWidth, batch), batch, _signature.GuidanceWidth);
        }

        turn.Expect(UNetSignature.Output, batch, shape.Channels, shape.Height, shape.Width);
        turn.Run();
        turn.Get(UNetSignature.Output, output);
    }

    public void Dispose()
    {
        if (_device.IsValueCreated)
        {
            _device.Value.Dispose();
        }

        _model.Dispose();
    }

    /// <summary>An inpainting model reads latent, mask and what is kept as channels of one image.</summary>
    private void SetSample(OnnxModel.Turn turn, DenoiserInput input)
    {
        var (shape, channels) = (input.Shape, input.Shape.Channels + ExtraChannels);
        if (ExtraChannels == 0)
        {
            turn.Set(UNetSignature.Sample, input.Samples, input.Batch, channels, shape.Height, shape.Width);
            return;
        }

        var count = shape.Count + input.Extra.Length;
        var joined = ArrayPool<float>.Shared.Rent(input.Batch * count);
        try
        {
            for (var i = 0; i < input.Batch; i++)
            {
                input.Samples.Slice(i * shape.Count, shape.Count).CopyTo(joined.AsSpan(i * count));
                input.Extra.CopyTo(joined.AsSpan((i * count) + shape.Count));
            }

            turn.Set(UNetSignature.Sample, joined.AsSpan(0, input.Batch * count), input.Batch, channels, shape.Height, shape.Width);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(joined);
        }
    }
}
