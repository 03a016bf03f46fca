using Microsoft.ML.OnnxRuntime.Tensors;

namespace Creative.Engine.Onnx.Device;

/// <summary>Shapes and types of all that a UNet reads.</summary>
internal sealed class UNetTensors(UNetSignature signature, GraphSignature graph)
{
    public TensorElementType TypeOf(string name) => name == UNetSignature.Output ? graph.Outputs[name].ElementDataType : graph.Inputs[name].ElementDataType;

    public IReadOnlyList<(string Name, long[] Shape)> Inputs(DeviceBucket bucket)
    {
        var (batch, shape) = (bucket.Batch, bucket.Shape);
        List<(string, long[])> inputs =
        [
            (UNetSignature.Sample, [batch, shape.Channels, shape.Height, shape.Width]),
            (UNetSignature.Timestep, TimeShape(batch)),
            (UNetSignature.Text, [batch, bucket.Tokens, signature.TextWidth]),
        ];
        if (signature.PooledWidth > 0)
        {
            inputs.Add((UNetSignature.Pooled, [batch, signature.PooledWidth]));
            inputs.Add((UNetSignature.TimeIds, [batch, UNetSignature.TimeIdsWidth]));
        }

        if (signature.GuidanceWidth > 0)
        {
            inputs.Add((UNetSignature.Guidance, [batch, signature.GuidanceWidth]));
        }

        return inputs;
    }

    /// <summary>A scalar, one number, or one for each image.</summary>
    public long[] TimeShape(int batch) => signature.TimestepIsScalar ? [] : [signature.TimestepForEach ? batch : 1];
}
