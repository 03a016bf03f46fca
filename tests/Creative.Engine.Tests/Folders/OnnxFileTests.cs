using Creative.Engine.Folders;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Folders;

public sealed class OnnxFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Finds_the_weights_that_are_elsewhere()
    {
        var file = OnnxFile.Read(Path.Combine(FamilyModels.Folder, "sdxl", "unet", "model.onnx"));
        Assert.All(file.External, tensor => Assert.Equal("model.onnx_data", tensor.Location));
        var length = new FileInfo(Path.Combine(FamilyModels.Folder, "sdxl", "unet", "model.onnx_data")).Length;
        Assert.Equal(length, file.External.Max(tensor => tensor.Offset + tensor.Length));
        Assert.Empty(OnnxFile.Read(Path.Combine(FamilyModels.Folder, "sd1", "unet", "model.onnx")).External);
    }

    [Theory]
    [InlineData("sd1-legacy", true)]
    [InlineData("sd1", false)]
    public void Sees_whether_a_graph_draws_numbers(string id, bool draws) =>
        Assert.Equal(draws, OnnxFile.Read(Path.Combine(FamilyModels.Folder, id, "vae_encoder", "model.onnx")).DrawsNumbers);

    [Fact]
    public void Finds_weights_of_a_tensor_within_a_branch_of_a_node()
    {
        // model { graph { node { attribute { g { initializer { external_data { key: "location" value: "x" } data_location: 1 } } } } } }
        byte[] tensor = [.. Field(13, [.. Field(1, "location"u8), .. Field(2, "x"u8)]), 14 << 3, 1];
        File.WriteAllBytes(_path, Field(7, Field(1, Field(5, Field(6, Field(5, tensor))))));
        Assert.Equal([new ExternalTensor("x", 0, null)], OnnxFile.Read(_path).External);
    }

    [Theory]
    [InlineData("offset", "-1")]
    [InlineData("length", "99999999999999999999")]
    [InlineData("offset", "0x10")]
    public void A_place_that_is_no_number_is_refused(string key, string value)
    {
        byte[] tensor = Field(13, [.. Field(1, System.Text.Encoding.UTF8.GetBytes(key)), .. Field(2, System.Text.Encoding.UTF8.GetBytes(value))]);
        File.WriteAllBytes(_path, Field(7, Field(5, tensor)));
        Assert.Contains($"the {key} '{value}'", Assert.Throws<InvalidModelException>(() => OnnxFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Graphs_nested_without_end_are_refused()
    {
        byte[] graph = [];
        for (var i = 0; i < 100; i++)
        {
            graph = Field(1, Field(5, Field(6, graph)));
        }

        File.WriteAllBytes(_path, Field(7, graph));
        Assert.Contains("nested more than 32 deep", Assert.Throws<InvalidModelException>(() => OnnxFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_bytes_are_it_is_read_or_refused()
    {
        var whole = File.ReadAllBytes(Path.Combine(FamilyModels.Folder, "sdxl", "unet", "model.onnx"));
        var random = new Random(5);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole[..random.Next(1, 12000)];
            bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(_path, bytes);
            refused += Record.Exception(() => OnnxFile.Read(_path)) switch
            {
                null => 0,
                InvalidModelException => 1,
                var other => throw new InvalidOperationException($"case {i}", other),
            };
        }

        Assert.InRange(refused, 290, 300);
    }

    private static byte[] Field(int number, ReadOnlySpan<byte> content)
    {
        var bytes = new List<byte> { (byte)((number << 3) | 2) };
        for (var rest = content.Length; ; rest >>= 7)
        {
            bytes.Add((byte)((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0)));
            if (rest <= 0x7f)
            {
                break;
            }
        }

        return [.. bytes, .. content];
    }
}
