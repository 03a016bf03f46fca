using System.Text.Json.Nodes;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests;

public sealed class ModelManifestTests : IDisposable
{
    private const string Elements = "tiny-elements";

    private readonly ModelFolder _folder = ModelFolder.CopyOf(ModelFolder.Tiny, Elements, "tiny-layout");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_what_a_model_is()
    {
        var manifest = Read(Elements);
        manifest.VerifyFiles();
        Assert.Equal(ModelKind.Elements, manifest.Kind);
        Assert.Equal("1.0.0", manifest.Identity.Version);
        Assert.Equal(64, manifest.Identity.Sha256.Length);
        Assert.Equal((4, 6, 10), (manifest.Elements!.Latent.Channels, manifest.Elements.Latent.Height, manifest.Elements.Latent.Width));
        Assert.Equal(["gold", "red"], manifest.Elements.Vocabulary.Hues["coin"].AsEnumerable());
        Assert.Equal("dpmpp_2m", manifest.Elements.Vocabulary.Scheduler);
        Assert.Equal(ModelKind.Layout, Read("tiny-layout").Kind);
    }

    [Fact]
    public void The_identity_changes_with_any_file()
    {
        var before = Read(Elements).Identity;
        _folder.Replace(Elements, "unet/model.onnx", [1, 2, 3]);
        Assert.NotEqual(before.Sha256, Read(Elements).Identity.Sha256);
    }

    [Fact]
    public void A_truncated_file_is_named()
    {
        var path = _folder.PathOf(Elements, "unet/model.onnx");
        using (var stream = File.OpenWrite(path))
        {
            stream.SetLength(stream.Length / 2);
        }

        var error = Assert.Throws<InvalidModelException>(Read(Elements).VerifyFiles);
        Assert.Contains("unet/model.onnx is truncated or altered", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("vae_decoder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_and_every_altered_file_is_named_at_once()
    {
        File.Delete(_folder.PathOf(Elements, "vae_decoder/model.onnx"));
        File.AppendAllText(_folder.PathOf(Elements, "tokenizer/merges.txt"), "a b\n");
        var error = Assert.Throws<InvalidModelException>(Read(Elements).VerifyFiles);
        Assert.Contains("vae_decoder/model.onnx is missing", error.Message, StringComparison.Ordinal);
        Assert.Contains("tokenizer/merges.txt is truncated or altered", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_model_json_is_named_at_once()
    {
        _folder.Edit(Elements, json =>
        {
            json["id"] = "other";
            json["version"] = "";
            json["latent"]!["channels"] = 400;
            json["image"]!["width"] = 21;
            json["image"]!.AsObject().Remove("alpha");
            json["defaults"]!["scheduler"] = "magic";
            json["prompts"]!["classes"] = new JsonArray();
            json["prompts"]!["hues"]!["coin"] = "gold";
            json["files"]!.AsObject().Remove("unet/model.onnx");
            json["files"]!["../secret"] = "abc";
        });
        var error = Assert.Throws<InvalidModelException>(() => Read(Elements));
        string[] expected =
        [
            "id: 'other'", "version: is empty", "latent.channels: 400", "image.width: is 21", "image.alpha: is missing", "defaults.scheduler: 'magic'",
            "prompts.classes", "prompts.hues.coin", "'unet/model.onnx' is not listed", "'../secret' is not a path", "hash of '../secret'",
        ];
        Assert.All(expected, text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"id\": ")]
    public void A_broken_model_json_is_named(string text)
    {
        File.WriteAllText(_folder.PathOf(Elements, ModelManifest.FileName), text);
        Assert.Contains(ModelManifest.FileName, Assert.Throws<InvalidModelException>(() => Read(Elements)).Message, StringComparison.Ordinal);
    }

    private ModelManifest Read(string id) => ModelManifest.Read(Path.Combine(_folder.Path, id));
}
