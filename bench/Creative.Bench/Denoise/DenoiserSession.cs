using Microsoft.ML.OnnxRuntime;

namespace Creative.Bench.Denoise;

/// <summary>A denoiser with inputs that are always the same, and memory for what it gives.</summary>
internal sealed class DenoiserSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtValue[] _inputs;
    private readonly OrtValue[] _outputs;
    private readonly RunOptions _options = new();

    /// <param name="shape">Of the samples.</param>
    public DenoiserSession(SessionSetting setting, string path, long[] shape)
    {
        using var options = setting.Make(shape);
        _session = new InferenceSession(path, options);
        var width = _session.InputMetadata["encoder_hidden_states"].Dimensions[2];
        var count = (int)shape.Aggregate(1L, (a, b) => a * b);
        var (batch, text) = (shape[0], SessionSetting.Tokens * width);
        _inputs =
        [
            OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, count).Select(i => MathF.Sin(12.9898f * i))], shape),
            OrtValue.CreateTensorValueFromMemory([500L], [1]),
            OrtValue.CreateTensorValueFromMemory([.. Enumerable.Range(0, (int)batch * text).Select(i => MathF.Cos(i % (2 * text)))], [batch, SessionSetting.Tokens, width]),
        ];
        Results = new float[count];
        _outputs = [OrtValue.CreateTensorValueFromMemory(Results, shape)];
    }

    public float[] Results { get; }

    public void Run() => _session.Run(_options, ["sample", "timestep", "encoder_hidden_states"], _inputs, ["out_sample"], _outputs);

    public void Dispose()
    {
        Array.ForEach(_inputs, input => input.Dispose());
        Array.ForEach(_outputs, output => output.Dispose());
        _options.Dispose();
        _session.Dispose();
    }
}
