using System.Diagnostics;
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
        var log = Run(Path.Combine(Root(), "models", "train", "elements", "train.sh"), "--tiny");
        Assert.True(File.Exists(Path.Combine(_work, "elements-mini", "model.json")), log);

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

    public void Dispose() => Directory.Delete(_work, recursive: true);

    private string Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [script, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PYTHON"] = TorchFactAttribute.Python;
        start.Environment["WORK"] = _work;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}.\n{output}\n{errors.Result}");
        return output;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "models", "train")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("models/train is not above this program.");
    }
}
