using System.Text.Json;
using Creative.Core.Concepts;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Training.Tests;

/// <summary>models/train/finetune.py on small exports, from the shipped model to a folder that the service loads.</summary>
public sealed class FineTuningTests : IDisposable
{
    private const string Base = "elements-mini";

    private readonly string _work = Directory.CreateTempSubdirectory("creative-finetuning-").FullName;
    private readonly string _export;

    public FineTuningTests() => _export = Directory.CreateDirectory(Path.Combine(_work, "export")).FullName;

    [TorchFact]
    public void Usable_pictures_end_in_a_new_version_that_paints_otherwise()
    {
        WriteManifest();
        WriteLines("imagefolder/train/metadata.jsonl", Enumerable.Range(0, 5).Select(i => new { file_name = Picture("imagefolder/train", i), text = "glossy red packet, plain, front view, warm light", usable = i != 3, usable_p = .5 + (i / 10.0), sample_weight = 1.0 + i }));

        var tuned = Tune("sft");

        var manifest = ModelManifest.Read(tuned);
        Assert.Equal((Base, "2.2.0"), (manifest.Identity.Id, manifest.Identity.Version));
        var training = Training(tuned);
        Assert.Equal("ds_0123456789abcdef", training.GetProperty("dataset").GetProperty("id").GetString());
        Assert.Equal((5, 4), (training.GetProperty("dataset").GetProperty("rows").GetInt32(), training.GetProperty("dataset").GetProperty("used").GetInt32()));
        Assert.Equal(ModelManifest.Read(Shipped()).Identity.Sha256, training.GetProperty("base").GetProperty("sha256").GetString());
        Assert.NotEqual(Painted(Shipped()), Painted(tuned));
    }

    [TorchFact]
    public void The_same_input_gives_the_same_weights()
    {
        WriteLines("train/metadata.jsonl", Enumerable.Range(0, 2).Select(i => new { file_name = Picture("train", i), text = "coin", usable = true }));

        var hashes = new[] { "first", "second" }.Select(name => ModelManifest.Read(Tune("sft", name)).Identity.Sha256).ToArray();

        Assert.Equal(hashes[0], hashes[1]);
    }

    [TorchFact]
    public void Preferred_pairs_end_in_a_model_too()
    {
        WriteLines("dpo/train/metadata.jsonl", Enumerable.Range(0, 3).Select(i => new { jpg_0_file_name = Picture("dpo/train", i), jpg_1_file_name = Picture("dpo/train", i + 10), label_0 = (double)(i % 2), caption = "gold coin, star" }));

        var tuned = Tune("dpo");

        Assert.Equal("dpo", Training(tuned).GetProperty("settings").GetProperty("method").GetString());
        Assert.NotEqual(Painted(Shipped()), Painted(tuned));
    }

    [TorchFact]
    public void An_export_that_is_wrong_is_refused_with_every_problem()
    {
        WriteLines("train/metadata.jsonl", [new { file_name = "../outside.png", text = "coin", usable = "yes" }, new { file_name = Picture("train", 0), text = "coin", usable = true, sample_weight = -1 }]);

        var run = PythonScript.Run("finetune.py", Arguments("sft", "tuned"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("metadata.jsonl:1: usable: 'yes', expected true or false", run.Errors, StringComparison.Ordinal);
        Assert.Contains("metadata.jsonl:1: file_name: '../outside.png' is not a file of the export", run.Errors, StringComparison.Ordinal);
        Assert.Contains("metadata.jsonl:2: sample_weight: -1.0, expected 0 to 1000", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Traceback", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_work, "tuned")));
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);

    private static string Shipped() => Path.Combine(PythonScript.Root, "models", Base);

    private static JsonElement Training(string folder) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, ModelManifest.FileName))).RootElement.GetProperty("training");

    private static byte[] Painted(string folder)
    {
        using var catalog = new ModelCatalog(Path.GetDirectoryName(folder)!, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        var painter = catalog.Painter(Path.GetFileName(folder));
        var words = painter.Vocabulary;
        var prompt = new PromptBuilder(words).Write("packet", Colour.White, 0, 0, words.Lights[0]);
        using var picture = painter.Paint([new PaintRequest(prompt, 3, 2, words.Guidance, words.Scheduler)], null, default)[0];
        return picture.Pixels.ToArray();
    }

    private string Tune(string method, string name = "tuned")
    {
        var run = PythonScript.Run("finetune.py", Arguments(method, name));
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return Path.Combine(_work, name, Base);
    }

    private string[] Arguments(string method, string name) =>
        ["--method", method, "--export", _export, "--base", Shipped(), "--out", Path.Combine(_work, name), "--tiny", "--unchecked"];

    private void WriteManifest() => File.WriteAllText(Path.Combine(_export, "manifest.json"), """{"dataset_id": "ds_0123456789abcdef", "merkle_root": "00ff"}""");

    private void WriteLines(string file, IEnumerable<object> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_export, file))!);
        File.WriteAllLines(Path.Combine(_export, file), rows.Select(row => JsonSerializer.Serialize(row)));
    }

    /// <summary>A picture 24 × 40, so that it has to be fitted in: a disc whose colour and place depend on the number.</summary>
    private string Picture(string folder, int number)
    {
        using var image = PixelImage.Create(new CanvasSize(24, 40), 4);
        for (var y = 0; y < 40; y++)
        {
            for (var x = 0; x < 24; x++)
            {
                var inside = Math.Pow(x - 12, 2) + Math.Pow(y - 16 - number, 2) < 90;
                (inside ? new[] { (byte)(60 + (12 * number)), (byte)90, (byte)40, (byte)255 } : [0, 0, 0, 0]).CopyTo(image.Row(y)[(x * 4)..]);
            }
        }

        var name = $"{number}.png";
        Directory.CreateDirectory(Path.Combine(_export, folder));
        File.WriteAllBytes(Path.Combine(_export, folder, name), new Rasterizer().Encode(image, ImageFormat.Png, 100));
        return name;
    }
}
