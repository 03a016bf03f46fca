using Microsoft.ML.OnnxRuntime;

namespace Creative.Engine.Onnx.Device;

/// <summary>A denoiser with what it needs to keep latents in its provider's memory.</summary>
internal sealed class DeviceSession : IDisposable
{
    private readonly OrtMemoryInfo _info;
    private readonly OrtAllocator _allocator;

    /// <param name="denoiser">Belongs to the caller.</param>
    public DeviceSession(OnnxModel denoiser, UNetSignature signature, OnnxRuntimeHost host)
    {
        (Denoiser, Tensors) = (denoiser, new UNetTensors(signature, denoiser.Signature));
        Graphs = new DeviceGraphs(host, Tensors, denoiser.Signature.Inputs.Keys);
        _info = host.NewMemoryInfo();
        _allocator = denoiser.NewAllocator(_info);
        Pool = new DevicePool((bucket, graph) => new DeviceBuffers(bucket, graph, Tensors, denoiser, _allocator, _info), host.CudaGraphs);
    }

    public OnnxModel Denoiser { get; }

    public UNetTensors Tensors { get; }

    public DeviceGraphs Graphs { get; }

    public DevicePool Pool { get; }

    public void Dispose()
    {
        Pool.Dispose();
        Graphs.Dispose();
        _allocator.Dispose();
        _info.Dispose();
    }
}
