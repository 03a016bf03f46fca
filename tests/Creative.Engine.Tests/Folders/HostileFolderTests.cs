using System.Text;
using Creative.Core.Diffusion;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Folders;

/// <summary>Model folders that are damaged, mislabelled or made to do harm: each is refused with the reason.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private const string Location = "model.onnx_data";

    private readonly ModelFolder _folder = ModelFolder.CopyOf(FamilyModels.Folder, "sd1", "sdxl");
    private readonly ModelCatalog _catalog;

    public HostileFolderTests() => _catalog = new ModelCatalog(_folder.Path, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("../sdxl/unet/model.onnx")]
    [InlineData("/etc/passwd")]
    [InlineData("unet/../../sdxl/model.json")]
    [InlineData("unet\\model.onnx")]
    [InlineData("c:model.onnx")]
    [InlineData("")]
    public void A_name_that_leads_out_of_the_folder_is_refused(string name)
    {
        _folder.Edit("sd1", json => json["files"]![name] = new string('0', 64));
        Assert.Contains($"'{name}' is not a path inside the folder", Refusal("sd1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_refused_though_its_content_is_right()
    {
        var path = _folder.PathOf("sdxl", "unet/" + Location);
        File.Move(path, Path.Combine(_folder.Path, "elsewhere"));
        File.CreateSymbolicLink(path, "../../elsewhere");
        Assert.Contains($"unet/{Location} is a symbolic link that leads out of the folder", Refusal("sdxl"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_through_a_folder_that_leads_out_is_refused()
    {
        Directory.Move(_folder.PathOf("sd1", "unet"), Path.Combine(_folder.Path, "elsewhere"));
        Directory.CreateSymbolicLink(_folder.PathOf("sd1", "unet"), Path.Combine(_folder.Path, "elsewhere"));
        Assert.Contains("unet/model.onnx is a symbolic link that leads out of the folder", Refusal("sd1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_refused_and_not_read()
    {
        var path = _folder.PathOf("sd1", "unet/config.json");
        File.Delete(path);
        File.CreateSymbolicLink(path, "/dev/zero");
        Assert.Contains("unet/config.json is a symbolic link that leads out of the folder", Refusal("sd1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_go_round_in_circles_are_refused()
    {
        var path = _folder.PathOf("sd1", "unet/config.json");
        File.Delete(path);
        File.CreateSymbolicLink(path, "config.json");
        Assert.Contains("unet/config.json", Refusal("sd1"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_the_folder_and_a_folder_that_is_a_link_are_fine()
    {
        var path = _folder.PathOf("sdxl", "unet/" + Location);
        File.Move(path, _folder.PathOf("sdxl", "unet/weights"));
        File.CreateSymbolicLink(path, "weights");
        using var outside = ModelFolder.CopyOf(_folder.Path, "sd1");
        Directory.Delete(_folder.PathOf("sd1", ""), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "sd1"), outside.PathOf("sd1", ""));
        Assert.NotNull(_catalog.Painter("sdxl"));
        Assert.NotNull(_catalog.Painter("sd1"));
    }

    [Theory]
    [InlineData("../../elsewhere", "keeps weights in '../../elsewhere', which is not a path inside the folder")]
    [InlineData("/tmp/elsewheres", "keeps weights in '/tmp/elsewheres', which is not a path inside the folder")]
    [InlineData("not_listed_here", "keeps weights in unet/not_listed_here, which model.json does not list")]
    public void Weights_outside_the_folder_are_refused_before_they_are_opened(string location, string expected)
    {
        Assert.Equal(Location.Length, location.Length);
        var graph = Encoding.Latin1.GetString(File.ReadAllBytes(_folder.PathOf("sdxl", "unet/model.onnx")));
        _folder.Replace("sdxl", "unet/model.onnx", Encoding.Latin1.GetBytes(graph.Replace(Location, location, StringComparison.Ordinal)));
        Assert.Contains(expected, Refusal("sdxl"), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_were_cut_off_are_refused_though_the_hash_is_right()
    {
        _folder.Replace("sdxl", "unet/" + Location, File.ReadAllBytes(_folder.PathOf("sdxl", "unet/" + Location))[..1000]);
        Assert.Contains($"unet/model.onnx keeps weights beyond the 1000 bytes of unet/{Location}", Refusal("sdxl"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.999)]
    [InlineData(0.5)]
    [InlineData(0.001)]
    public void A_graph_that_was_cut_off_is_refused_though_the_hash_is_right(double share)
    {
        var whole = File.ReadAllBytes(_folder.PathOf("sd1", "unet/model.onnx"));
        _folder.Replace("sd1", "unet/model.onnx", whole[..(int)(whole.Length * share)]);
        Assert.Contains("unet/model.onnx is not a whole ONNX file: it is cut short", Refusal("sd1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.json", 1 << 20)]
    [InlineData("scheduler/scheduler_config.json", 1 << 20)]
    [InlineData("unet/config.json", 1 << 20)]
    [InlineData("tokenizer/vocab.json", 16 << 20)]
    [InlineData("tokenizer/merges.txt", 16 << 20)]
    public void Settings_that_are_too_large_are_not_read(string name, int most)
    {
        var bytes = new byte[most + 1];
        bytes.AsSpan().Fill((byte)' ');
        if (name == ModelManifest.FileName)
        {
            File.WriteAllBytes(_folder.PathOf("sd1", name), bytes);
        }
        else
        {
            _folder.Replace("sd1", name, bytes);
        }

        Assert.Contains($"{name}: has {most + 1} bytes, expected at most {most}", Refusal("sd1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sd1", "latent-consistency", "model.json says latent-consistency, but these are the inputs of stable-diffusion")]
    [InlineData("sdxl", "stable-diffusion", "StableDiffusionXLPipeline is of the family stable-diffusion-xl, but model.json says stable-diffusion")]
    [InlineData("sd1", "stable-diffusion-xl", "'text_encoder_2/model.onnx' is not listed")]
    [InlineData("sd1", "flux", "family: 'flux' is not one of stable-diffusion, stable-diffusion-xl, latent-consistency")]
    public void A_family_that_is_not_the_model_s_is_refused(string id, string family, string expected)
    {
        _folder.Edit(id, json => json["family"] = family);
        Assert.Contains(expected, Refusal(id), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_that_is_wrong_is_named_at_once()
    {
        _folder.Replace("sd1", "unet/model.onnx", File.ReadAllBytes(_folder.PathOf("sd1", "vae_encoder/model.onnx")));
        _folder.Replace("sd1", "vae_decoder/config.json", """{ "scaling_factor": 0 }"""u8.ToArray());
        _folder.Replace("sd1", "scheduler/scheduler_config.json", """{ "beta_end": "much" }"""u8.ToArray());
        _folder.Replace("sd1", "model_index.json", """{ "_class_name": "FluxPipeline" }"""u8.ToArray());
        var message = Refusal("sd1");
        string[] expected =
        [
            "unet/model.onnx: ", "input 'timestep' is missing", "vae_decoder/config.json: scaling_factor: 0 is not a number from", "beta_end",
            "model_index.json: _class_name: FluxPipeline is not a pipeline that can be run",
        ];
        Assert.All(expected, text => Assert.Contains(text, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bad_folder_leaves_a_loaded_model_usable()
    {
        var painter = _catalog.Painter("sd1");
        var before = Paint(painter);
        File.WriteAllBytes(_folder.PathOf("sdxl", "unet/model.onnx"), [1, 2, 3]);
        Refusal("sdxl");
        File.WriteAllBytes(_folder.PathOf("sd1", "unet/model.onnx"), [1, 2, 3]);
        Assert.Equal(before, Paint(painter));
        Assert.Equal(before, Paint(_catalog.Painter("sd1")));
    }

    private static byte[] Paint(IElementPainter painter)
    {
        using var image = Assert.Single(painter.Paint([new PaintRequest("gold coin", 3, 2, 2, "ddim")], null, default));
        return image.Pixels.ToArray();
    }

    private string Refusal(string id) => Assert.Throws<InvalidModelException>(() => _catalog.Painter(id)).Message;
}
