using Creative.Core.Imaging;
using Creative.Studio.Rendering;
using Creative.Studio.Rendering.Solids;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Studio.Tests.Rendering;

public sealed class PictureRendererTests
{
    [Fact]
    public void Draws_what_the_renderer_of_the_training_draws()
    {
        var jobs = ReferencePicture.All.Select(picture => Job(picture)).ToArray();
        var pictures = PictureRenderer.RenderAll(jobs, ReferencePicture.All[0].Size);

        Assert.Equal(Elements.Shapes.Length, ReferencePicture.All.Select(picture => picture.Attributes.Shape).Distinct().Count());
        Assert.All(ReferencePicture.All.Zip(pictures), pair =>
        {
            var (expected, actual) = (pair.First.Pixels, pair.Second[0].Pixels.ToArray());
            var difference = expected.Zip(actual, (a, b) => Math.Abs(a - b)).Average();
            Assert.True(difference < 0.1, $"{pair.First.Attributes}: differs by {difference} of 255 in the mean");
        });
    }

    [Fact]
    public void Draws_the_same_bytes_on_any_number_of_threads()
    {
        var jobs = ReferencePicture.All.Take(6).Select(picture => Job(picture)).ToArray();
        var one = PictureRenderer.RenderAll(jobs, 40, 2, threads: 1);
        var four = PictureRenderer.RenderAll(jobs, 40, 2, threads: 4);

        Assert.All(one.Zip(four), pair => Assert.Equal(pair.First[0].Pixels.ToArray(), pair.Second[0].Pixels.ToArray()));
    }

    [Fact]
    public void A_look_comes_out_the_same_alone_and_among_others()
    {
        var (scene, looks) = Job(ReferencePicture.All[0]);
        var other = looks[0] with { KeyStrength = .2f };
        var among = PictureRenderer.Render(scene, [other, looks[0]], 37, 2);
        var alone = PictureRenderer.Render(scene, looks, 37, 2);

        Assert.Equal(alone[0].Pixels.ToArray(), among[1].Pixels.ToArray());
        Assert.NotEqual(alone[0].Pixels.ToArray(), among[0].Pixels.ToArray());
    }

    [Fact]
    public void Colours_never_exceed_alpha()
    {
        var pictures = ReferencePicture.All.Select(picture => Job(picture)).Select(job => PictureRenderer.Render(job.Scene, job.Looks, 33, 2)[0]);

        Assert.All(pictures, picture =>
        {
            var pixels = picture.Pixels;
            for (var i = 0; i < pixels.Length; i += 4)
            {
                Assert.True(Math.Max(pixels[i], Math.Max(pixels[i + 1], pixels[i + 2])) <= pixels[i + 3]);
            }
        });
    }

    [Fact]
    public void A_larger_picture_shows_the_same()
    {
        var (scene, looks) = Job(ReferencePicture.All[3]);
        using var small = PictureRenderer.Render(scene, looks, 32, 4)[0];
        using var large = PictureRenderer.Render(scene, looks, 128, 1)[0];

        var difference = Enumerable.Range(0, 32 * 32).Average(i => Math.Abs(small.Pixels[(i * 4) + 3] - MeanAlpha(large, i % 32, i / 32)));
        Assert.True(difference < 0.5, $"{difference}");
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(4097, 3)]
    [InlineData(64, 0)]
    [InlineData(64, 9)]
    public void Refuses_sizes_and_supersampling_out_of_range(int size, int supersampling)
    {
        var (scene, looks) = Job(ReferencePicture.All[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureRenderer.Render(scene, looks, size, supersampling));
    }

    [Fact]
    public void Refuses_a_look_without_all_materials()
    {
        var (scene, looks) = Job(ReferencePicture.All[0]);
        var incomplete = looks[0] with { Materials = [.. looks[0].Materials.Take(3)] };
        var refusal = Assert.Throws<ArgumentException>(() => PictureRenderer.Render(scene, [incomplete], 32));
        Assert.Contains("Glass", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_a_solid_for_every_shape() => Assert.Equal(Elements.Shapes.Length, SolidTable.Count);

    private static (Scene Scene, IReadOnlyList<Look> Looks) Job(ReferencePicture picture) =>
        (Stage.Set(picture.Attributes.Shape, picture.Attributes.View, picture.Jitter), [Looks.Of(picture.Attributes)]);

    private static double MeanAlpha(PixelImage image, int x, int y)
    {
        var sum = 0;
        for (var i = 0; i < 16; i++)
        {
            sum += image.Row((y * 4) + (i / 4))[(((x * 4) + (i % 4)) * 4) + 3];
        }

        return sum / 16.0;
    }
}
