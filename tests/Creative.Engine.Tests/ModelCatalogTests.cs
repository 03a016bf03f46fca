using Creative.Core.Diffusion;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests;

public sealed class ModelCatalogTests
{
    private static readonly EngineOptions Options = new() { Provider = ExecutionProvider.Cpu, Threads = 1 };

    [Fact]
    public void Lists_models_without_loading_them()
    {
        using var catalog = new ModelCatalog(ModelFolder.Tiny, Options);
        Assert.Equal(["tiny-elements", "tiny-embedder", "tiny-layout", "tiny-upscaler"], catalog.List().Select(manifest => manifest.Identity.Id));
    }

    [Fact]
    public void A_model_is_loaded_once()
    {
        var log = new List<string>();
        using var catalog = new ModelCatalog(ModelFolder.Tiny, Options, log.Add);
        Assert.Same(catalog.LayoutModel("tiny-layout"), catalog.LayoutModel("tiny-layout"));
        Assert.Equal(catalog.Painter("tiny-elements").Model, catalog.Painter("tiny-elements").Model);
        Assert.Single(log, line => line.Contains("Loaded model tiny-elements 1.0.0", StringComparison.Ordinal));
        Assert.Single(log, line => line.Contains("Loaded model tiny-layout", StringComparison.Ordinal));
    }

    [Fact]
    public void Says_which_provider_it_chose_and_why()
    {
        var log = new List<string>();
        new ModelCatalog(ModelFolder.Tiny, new EngineOptions(), log.Add).Dispose();
        Assert.Matches("^Models run on (Cuda: its libraries load and there is a device\\.|Cpu: CUDA cannot be had\\. .+)", Assert.Single(log));
    }

    [Theory]
    [InlineData(ExecutionProvider.Cuda)]
    [InlineData(ExecutionProvider.TensorRt)]
    public void A_provider_that_cannot_be_had_is_an_error_and_not_the_cpu(ExecutionProvider provider)
    {
        var log = new List<string>();
        var error = Record.Exception(() => new ModelCatalog(ModelFolder.Tiny, new EngineOptions { Provider = provider }, log.Add).Dispose());
        if (error is null)
        {
            Assert.Contains($"Models run on {provider}", Assert.Single(log), StringComparison.Ordinal);
        }
        else
        {
            Assert.StartsWith($"{provider} was asked for and cannot be had.", Assert.IsType<InvalidOperationException>(error).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_option_out_of_range_is_named_at_once()
    {
        var options = new EngineOptions { Provider = (ExecutionProvider)9, Threads = 0, Device = -1, MaxBatch = 17, CudaGraphs = true, DeviceLoop = false, TensorRtCache = "/no/such/folder" };
        var error = Assert.Throws<ArgumentException>(() => new ModelCatalog(ModelFolder.Tiny, options));
        Assert.All((string[])["Provider: 9", "Threads: 0", "Device: -1", "MaxBatch: 17", "CudaGraphs: needs DeviceLoop", "TensorRtCache: there is no folder at '/no/such/folder'"], text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tiny-layout")]
    [InlineData("no-such-model")]
    [InlineData("../tiny-elements")]
    [InlineData("")]
    public void What_cannot_paint_is_refused(string id)
    {
        using var catalog = new ModelCatalog(ModelFolder.Tiny, Options);
        catalog.LayoutModel("tiny-layout");
        Assert.Throws<InvalidModelException>(() => catalog.Painter(id));
    }

    [Fact]
    public void A_folder_that_was_repaired_can_be_loaded()
    {
        using var folder = ModelFolder.CopyOf(ModelFolder.Tiny, "tiny-elements");
        using var catalog = new ModelCatalog(folder.Path, Options);
        var path = folder.PathOf("tiny-elements", "unet/model.onnx");
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        Assert.Contains("unet/model.onnx", Assert.Throws<InvalidModelException>(() => catalog.Painter("tiny-elements")).Message, StringComparison.Ordinal);
        File.WriteAllBytes(path, whole);
        Assert.IsType<DiffusionPainter>(catalog.Painter("tiny-elements"));
    }
}
