using System.Text.Json;
using Creative.Bench.Elements;
using Creative.Engine.Imaging;
using Creative.Studio.Judging;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Bench.Tests.Elements;

public sealed class JudgedExportTests : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("creative-judged-").FullName;

    [Fact]
    public void Each_picture_has_a_row_with_its_prompt_and_what_the_judge_says()
    {
        var asked = new ElementAttributes(Studio.Vocabulary.Elements.Shapes[0], "gold", "front view", "warm light", "glossy");
        using var picture = Shot.Jittered(asked, 3).Render(128);
        using var blank = Shot.Jittered(asked, 4).Render(128);
        blank.Pixels.Clear();

        JudgedExport.Write(_work, [Judged(picture, asked, 3), Judged(blank, asked, 4)]);

        var rows = File.ReadAllLines(Path.Combine(_work, "train", "metadata.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal([true, false], rows.Select(row => row.GetProperty("usable").GetBoolean()));
        Assert.All(rows, row => Assert.Equal(asked.Prompt, row.GetProperty("text").GetString()));
        Assert.True(rows[0].GetProperty("score_stray_characters").GetDouble() > .5);
        using var read = new Rasterizer().Decode(File.ReadAllBytes(Path.Combine(_work, "train", rows[0].GetProperty("file_name").GetString()!)));
        Assert.Equal(picture.Size, read.Size);
        Assert.All(Enumerable.Range(0, read.Pixels.Length), i => Assert.InRange(read.Pixels[i] - picture.Pixels[i], -1, 1)); // straight alpha rounds
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);

    private static JudgedPicture Judged(Core.Imaging.PixelImage picture, ElementAttributes asked, ulong seed) =>
        new(new ElementRequest(asked, asked.Prompt, seed), picture, ElementJudge.Judge(picture, asked));
}
