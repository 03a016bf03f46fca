using System.IO.Compression;
using System.Text.Json;
using Creative.Studio.Files;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Tests.Rendering;

/// <summary>What pictures.py wrote: small pictures of the renderer of the training.</summary>
internal sealed record ReferencePicture(ElementAttributes Attributes, (double Yaw, double Pitch, double Roll) Jitter, int Size, byte[] Pixels)
{
    public static IReadOnlyList<ReferencePicture> All { get; } = [.. Read()];

    private static IEnumerable<ReferencePicture> Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Rendering");
        using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "pictures.npy.gz")), CompressionMode.Decompress);
        var (shape, bytes) = NpyFile.Read(file);
        var size = (int)shape[1];
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "pictures.json")));
        foreach (var (one, i) in list.RootElement.EnumerateArray().Select((one, i) => (one, i)))
        {
            var kind = Elements.Shapes.Single(shape => shape.Class.Id == Word(one, "id") && shape.Variant == Word(one, "variant"));
            var jitter = one.GetProperty("jitter");
            yield return new ReferencePicture(
                new ElementAttributes(kind, Word(one, "hue"), Word(one, "view"), Word(one, "light"), Word(one, "material")),
                (jitter[0].GetDouble(), jitter[1].GetDouble(), jitter[2].GetDouble()),
                size,
                bytes[(i * size * size * 4)..((i + 1) * size * size * 4)]);
        }
    }

    private static string Word(JsonElement one, string name) => one.GetProperty(name).GetString()!;
}
