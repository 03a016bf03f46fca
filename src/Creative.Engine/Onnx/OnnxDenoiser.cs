using Creative.Core.Diffusion;

namespace Creative.Engine.Onnx;

/// <summary>
/// A UNet as optimum exports it: sample [batch, channels, height, width], timestep [1] (or a scalar) and
/// encoder_hidden_states [batch, tokens, width] → out_sample, like sample.
/// </summary>
internal sealed class OnnxDenoiser : IDenoiser, IDisposable
{
    private const string Sample = "sample";
    private const string Timestep = "timestep";
    private const string Text = "encoder_hidden_states";
    private const string Output = "out_sample";

    private readonly OnnxModel _model;
    private readonly int _textWidth;
    private readonly bool _scalarTimestep;

    public OnnxDenoiser(string path, OnnxRuntimeHost host, LatentShape shape, int textWidth)
    {
        _textWidth = textWidth;
        _model = new OnnxModel(
            path,
            host,
            [
                new(Sample, [-1, shape.Channels, shape.Height, shape.Width], TensorRule.Floats),
                new(Timestep, [1], TensorRule.Numbers) { ScalarToo = true },
                new(Text, [-1, -1, textWidth], TensorRule.Floats),
            ],
            [new(Output, [-1, shape.Channels, shape.Height, shape.Width], TensorRule.Floats)]);
        _scalarTimestep = _model.IsScalar(Timestep);
    }

    public void Predict(DenoiserInput input, Span<float> output, CancellationToken cancellation)
    {
        var shape = input.Shape;
        var time = (float)input.Timestep;
        using var turn = _model.Enter(cancellation);
        turn.Set(Sample, input.Samples, input.Batch, shape.Channels, shape.Height, shape.Width);
        turn.Set(Timestep, new ReadOnlySpan<float>(in time), _scalarTimestep ? [] : [1]);
        turn.Set(Text, input.Text, input.Batch, input.Tokens, _textWidth);
        turn.Expect(Output, input.Batch, shape.Channels, shape.Height, shape.Width);
        turn.Run();
        turn.Get(Output, output);
    }

    public void Dispose() => _model.Dispose();
}
