using System.Collections.Concurrent;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

public sealed class WarmUpTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_loaded_model_paints_once_and_says_how_long_it_took(bool device)
    {
        var log = new ConcurrentQueue<string>();
        var done = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1, WarmUp = true, DeviceLoop = device, MaxBatch = 3 };
        using var catalog = new ModelCatalog(ModelFolder.Tiny, options, line =>
        {
            log.Enqueue(line);
            if (line.Contains("arm", StringComparison.Ordinal))
            {
                done.TrySetResult(line);
            }
        });
        catalog.Painter("tiny-elements");
        Assert.Matches("^Warmed up tiny-elements in [0-9]+ ms\\.$", await done.Task);
    }

    [Fact]
    public void A_catalog_that_goes_away_stops_it()
    {
        using var folder = ModelFolder.CopyOf(ModelFolder.Tiny, "tiny-elements");
        folder.Replace("tiny-elements", "unet/model.onnx", File.ReadAllBytes(Path.Combine(ModelFolder.Tiny, "endless.onnx")));
        var log = new ConcurrentQueue<string>();
        var catalog = new ModelCatalog(folder.Path, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1, WarmUp = true }, log.Enqueue);
        catalog.Painter("tiny-elements");
        catalog.Dispose();
        Assert.Contains("Stopped warming up tiny-elements.", log);
    }
}
