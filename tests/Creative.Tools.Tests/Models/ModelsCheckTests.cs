using System.Text.Json;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Tools.Tests.Models;

public sealed class ModelsCheckTests
{
    [Fact]
    public void Says_what_a_model_is_and_what_it_can_do()
    {
        var (code, output) = Check(Path.Combine(FamilyModels.Folder, "sdxl"));
        Assert.Equal(0, code);
        string[] expected =
        [
            "sdxl 1.0.0: can be used", "  family      Stable Diffusion XL", "  precision   float32", "  paints      40x24 RGB",
            "  scheduler   euler, 5 steps, guidance 6", "  prompts     \"{hue} {class}, {variant}\" with coin", "  part        text_encoder_2: float32",
            "  can         text-to-image", "  can         image-to-image", "  can         inpainting",
            "  cannot      cut-outs: it paints RGB and has no matting/model.onnx", "  can         few steps: 5 steps",
        ];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain("wrong", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sd2-half", "float16", "cut-outs", true)]
    [InlineData("sd1-inpaint", "float32", "text-to-image", false)]
    [InlineData("sd1-inpaint", "float32", "inpainting", true)]
    [InlineData("sd1-legacy", "float32", "image-to-image", false)]
    [InlineData("lcm", "float32", "few steps", true)]
    public void Tells_machines_the_same(string id, string precision, string ability, bool can)
    {
        var (code, output) = Check(Path.Combine(FamilyModels.Folder, id), "--json");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.True(json.RootElement.GetProperty("usable").GetBoolean());
        Assert.Equal(precision, json.RootElement.GetProperty("precision").GetString());
        var found = json.RootElement.GetProperty("abilities").EnumerateArray().Single(item => item.GetProperty("name").GetString() == ability);
        Assert.Equal(can, found.GetProperty("can").GetBoolean());
        Assert.NotEqual("", found.GetProperty("says").GetString());
    }

    [Fact]
    public void Names_everything_that_is_wrong_at_once()
    {
        using var folder = ModelFolder.CopyOf(FamilyModels.Folder, "sd1");
        File.Delete(folder.PathOf("sd1", "unet/model.onnx"));
        File.AppendAllText(folder.PathOf("sd1", "tokenizer/merges.txt"), "x y\n");
        var (code, output) = Check(folder.PathOf("sd1", ""));
        Assert.Equal(1, code);
        string[] expected = ["sd1 1.0.0: cannot be used", "family      Stable Diffusion 1 or 2", "wrong       unet/model.onnx is missing", "wrong       tokenizer/merges.txt is truncated or altered"];
        Assert.All(expected, text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bare_export_is_recognized_and_told_what_it_lacks()
    {
        using var folder = ModelFolder.CopyOf(FamilyModels.Folder, "sdxl");
        File.Delete(folder.PathOf("sdxl", "model.json"));
        var (code, output) = Check(folder.PathOf("sdxl", ""));
        Assert.Equal(1, code);
        Assert.Contains("family      Stable Diffusion XL", output, StringComparison.Ordinal);
        Assert.Contains("wrong       model.json: model.json is missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_a_wrong_command() => Assert.Equal(2, Check(Path.Combine(FamilyModels.Folder, "none")).Code);

    private static (int Code, string Output) Check(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = App.Run(["models", "check", .. arguments], output, error);
        return (code, output.ToString());
    }
}
