using Creative.Engine.Onnx;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

public sealed class ProviderSettingsTests
{
    [Fact]
    public void Sums_are_never_made_in_ten_bits()
    {
        Assert.Equal("0", ProviderSettings.Cuda(new EngineOptions(), SessionUse.Sums)["use_tf32"]);
        Assert.DoesNotContain("use_tf32", ProviderSettings.Cuda(new EngineOptions(), SessionUse.Model).Keys);
    }

    [Theory]
    [InlineData(SessionUse.Denoiser, true, true)]
    [InlineData(SessionUse.Denoiser, false, false)]
    [InlineData(SessionUse.Model, true, false)]
    [InlineData(SessionUse.Sums, true, false)]
    public void Only_a_denoiser_is_captured_and_only_when_asked_for(object use, bool asked, bool captured) =>
        Assert.Equal(captured, ProviderSettings.Cuda(new EngineOptions { CudaGraphs = asked }, (SessionUse)use).ContainsKey("enable_cuda_graph"));

    [Fact]
    public void The_device_and_the_folder_of_TensorRT_are_handed_on()
    {
        var options = new EngineOptions { Device = 3, TensorRtCache = "/var/engines", TensorRtHalf = true };
        Assert.Equal("3", ProviderSettings.Cuda(options, SessionUse.Model)["device_id"]);
        var settings = ProviderSettings.TensorRt(options);
        Assert.Equal(("3", "1", "/var/engines", "1"), (settings["device_id"], settings["trt_engine_cache_enable"], settings["trt_engine_cache_path"], settings["trt_fp16_enable"]));
        Assert.DoesNotContain("trt_engine_cache_enable", ProviderSettings.TensorRt(new EngineOptions()).Keys);
    }
}
