using System.Text.Json;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine;
using Xunit;

namespace Creative.Training.Tests;

/// <summary>The scripts under models/train from the first render to a folder that the service loads, each step for some seconds.</summary>
public sealed class TrainingChainTests : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("creative-training-").FullName;

    [TorchFact]
    public void The_tiny_chain_ends_in_a_model_that_paints()
    {
        var run = PythonScript.RunShell("elements/train.sh", _work, "--tiny");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);

        using var catalog = new ModelCatalog(_work, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        var painter = catalog.Painter("elements-mini");
        var words = painter.Vocabulary;
        var prompt = new PromptBuilder(words).Write("coupon ticket", Colour.White, 0, 0, words.Lights[0]);
        var few = Assert.IsType<FewSteps>(words.FewSteps);

        using var many = painter.Paint([new PaintRequest(prompt, 7, 2, words.Guidance, words.Scheduler)], null, default)[0];
        using var quick = painter.Paint([new PaintRequest(prompt, 7, few.Steps, few.Guidance, few.Scheduler) { FewSteps = true }], null, default)[0];

        Assert.Equal((new CanvasSize(256, 256), 4), (many.Size, many.Channels));
        Assert.NotEqual(many.Pixels.ToArray(), quick.Pixels.ToArray());
    }

    [TorchFact]
    public void The_recognition_chain_ends_in_an_embedder_and_a_classifier_with_figures()
    {
        var run = PythonScript.RunShell("recognition/train.sh", _work, "--tiny");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);

        using var catalog = new ModelCatalog(_work, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        var embedder = catalog.Embedder("embed-mini");
        using var picture = PixelImage.Create(new CanvasSize(24, 40), 4);
        picture.Pixels.Fill(90);
        Assert.Equal(embedder.Length, embedder.Embed([picture], default)[0].Length);

        using var labels = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_work, "elements-judge", "labels.json")));
        Assert.Equal(["hue", "shape", "view"], labels.RootElement.GetProperty("labels").EnumerateObject().Select(head => head.Name).Order(StringComparer.Ordinal));
        Assert.InRange(labels.RootElement.GetProperty("quality").GetProperty("plain").GetProperty("hue").GetDouble(), 0, 1);
        Assert.True(File.Exists(Path.Combine(_work, "elements-judge", "classifier.onnx")));
    }

    [TorchFact]
    public void The_upscaler_chain_ends_in_a_model_that_draws_four_times_as_wide()
    {
        var run = PythonScript.RunShell("upscaler/train.sh", _work, "--tiny");
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);

        using var catalog = new ModelCatalog(_work, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        var upscaler = catalog.Upscaler("upscale-mini");
        using var picture = PixelImage.Create(new CanvasSize(24, 40), 4);
        picture.Pixels.Fill(90);
        using var large = upscaler.Upscale(picture, default);
        Assert.Equal((new CanvasSize(96, 160), 4), (large.Size, large.Channels));
        Assert.InRange(large.Pixels[(large.Pixels.Length / 2) + 1], 80, 100);

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_work, "upscale-mini", ModelManifest.FileName)));
        var clean = manifest.RootElement.GetProperty("quality").GetProperty("clean");
        Assert.Equal(clean.GetProperty("upscaler_db").GetDouble() - clean.GetProperty("lanczos_db").GetDouble(), clean.GetProperty("gain_db").GetDouble(), 0.02);
        Assert.InRange(clean.GetProperty("lanczos_db").GetDouble(), 20, 40);
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);
}
