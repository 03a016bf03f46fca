using System.Globalization;
using System.Text.Json;
using Creative.Core.Imaging;
using Creative.Engine.Imaging;
using Creative.Studio;

namespace Creative.Bench.Elements;

/// <summary>
/// Judged pictures in the form in which scored ones are exported for training (an imagefolder: train/*.png and
/// train/metadata.jsonl), so that a model can be fine-tuned on what the judge says, without designers.
/// </summary>
internal static class JudgedExport
{
    public static void Write(string folder, IEnumerable<JudgedPicture> pictures)
    {
        var train = Directory.CreateDirectory(Path.Combine(folder, "train")).FullName;
        var rasterizer = new Rasterizer();
        using var rows = new StreamWriter(Path.Combine(train, "metadata.jsonl")) { NewLine = "\n" };
        foreach (var picture in pictures)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{picture.Request.Attributes.Shape.Class.Id}-{picture.Request.Seed}.png");
            File.WriteAllBytes(Path.Combine(train, name), rasterizer.Encode(picture.Image, ImageFormat.Png, 100));
            rows.WriteLine(JsonSerializer.Serialize(Row(name, picture), PlainJson.Options));
        }
    }

    private static Dictionary<string, object> Row(string name, JudgedPicture picture)
    {
        var row = new Dictionary<string, object>
        {
            ["file_name"] = name,
            ["text"] = picture.Request.Prompt,
            ["seed"] = picture.Request.Seed,
            ["usable"] = picture.Verdict.Usable,
            ["sample_weight"] = 1.0,
        };
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            row[$"score_{JsonNamingPolicy.SnakeCaseLower.ConvertName(dimension.ToString())}"] = Math.Round(picture.Verdict[dimension].Score, 4);
        }

        return row;
    }
}
