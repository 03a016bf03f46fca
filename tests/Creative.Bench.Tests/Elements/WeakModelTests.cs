using Creative.Bench.Elements;
using Creative.Engine;
using Xunit;

namespace Creative.Bench.Tests.Elements;

public sealed class WeakModelTests : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("creative-weak-").FullName;

    [Fact]
    public void The_weak_model_is_put_together_with_what_it_shares()
    {
        var folder = WeakModel.Assemble(Repository.Root, _work);
        using var catalog = new ModelCatalog(_work, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

        // Loading verifies the hash of every file.
        Assert.Equal("elements-weak", catalog.Painter(Path.GetFileName(folder)).Model.Id);
    }

    [Fact]
    public void A_file_that_is_nowhere_is_named()
    {
        var own = Directory.CreateDirectory(Path.Combine(_work, "bench", "models", WeakModel.Id)).FullName;
        File.WriteAllText(Path.Combine(own, "model.json"), """{"files": {"unet/model.onnx": "00"}}""");

        var thrown = Assert.Throws<FileNotFoundException>(() => WeakModel.Assemble(_work, Path.Combine(_work, "out")));

        Assert.Equal("unet/model.onnx", thrown.FileName);
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);
}
