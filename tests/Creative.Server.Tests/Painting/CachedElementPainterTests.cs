using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Server.Painting;
using Creative.Server.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Creative.Server.Tests.Painting;

public sealed class CachedElementPainterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PaintedElements _real = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Paints_only_what_it_has_not_painted_and_keeps_the_order()
    {
        var painter = Painter();
        Paint(painter, PaintedElements.Request(1), PaintedElements.Request(2));
        var images = Paint(Painter(), PaintedElements.Request(3), PaintedElements.Request(2), PaintedElements.Request(1));
        Assert.Equal(["coin/1", "coin/2", "coin/3"], _real.Painted);
        Assert.Equal([3, 2, 1], images.Select(pixels => pixels[0] - "coin".Length));
        Assert.Equal(Paint(_real, PaintedElements.Request(2))[0], images[1]);
    }

    [Fact]
    public void Reports_progress_also_for_what_it_has()
    {
        var painter = Painter();
        foreach (var expected in new[] { new[] { 1, 2, 3 }, [3] })
        {
            var steps = new List<int>();
            Dispose(painter.Paint(
                [PaintedElements.Request(7)],
                step =>
                {
                    steps.Add(step.Step);
                    using var preview = step.Preview(0);
                    Assert.Equal((7, 5), (preview.Size.Width, preview.Size.Height));
                },
                CancellationToken.None));
            Assert.Equal(expected, steps);
        }
    }

    [Fact]
    public void Previews_the_right_image_of_a_batch_that_is_partly_there()
    {
        var painter = Painter();
        Paint(painter, PaintedElements.Request(1));
        Dispose(painter.Paint(
            [PaintedElements.Request(1), PaintedElements.Request(9)],
            step =>
            {
                for (var i = 0; i < 2; i++)
                {
                    using var preview = step.Preview(i);
                    Assert.Equal((i == 0 ? 1 : 9) + "coin".Length, preview.Pixels[0]);
                }
            },
            CancellationToken.None));
    }

    [Fact]
    public void Tells_requests_apart_by_every_member_and_by_the_model()
    {
        var request = PaintedElements.Request(1);
        using var black = PixelImage.Create(new CanvasSize(5, 3), 3);
        using var grey = PixelImage.Create(new CanvasSize(5, 3), 3);
        grey.Pixels.Fill(128);
        PaintRequest[] others =
        [
            request with { Prompt = "bars" }, request with { Seed = 2 }, request with { Steps = 4 }, request with { Guidance = 2.25 },
            request with { Scheduler = "euler" }, request with { NegativePrompt = "text" },
            request with { Start = new StartImage(grey, 0.5) }, request with { Start = new StartImage(grey, 0.6) },
            request with { Start = new StartImage(black, 0.5) }, request with { Start = new StartImage(grey, 0.5) { Mask = new byte[15] } },
        ];
        var keys = others.Append(request).Select(one => ElementCache.KeyOf(_real.Model, one))
            .Append(ElementCache.KeyOf(_real.Model with { Sha256 = new string('b', 64) }, request));
        Assert.Equal(others.Length + 2, keys.Distinct().Count());
    }

    [Fact]
    public void Forgets_what_was_not_used_for_longest()
    {
        // One entry is a header of 16 bytes and 140 bytes that hardly compress.
        var painter = Painter(limit: 400);
        Paint(painter, PaintedElements.Request(1));
        Paint(painter, PaintedElements.Request(2));
        Paint(painter, PaintedElements.Request(1));
        Paint(painter, PaintedElements.Request(3));
        Assert.InRange(new DirectoryInfo(_folder.Path).EnumerateFiles().Sum(file => file.Length), 1, 400);
        Paint(painter, PaintedElements.Request(1));
        Paint(painter, PaintedElements.Request(2));
        Assert.Equal(["coin/1", "coin/2", "coin/3", "coin/2"], _real.Painted);
    }

    [Fact]
    public void Paints_again_what_is_damaged()
    {
        var painter = Painter();
        var whole = Paint(painter, PaintedElements.Request(1))[0];
        var file = Directory.EnumerateFiles(_folder.Path).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^9]);
        Assert.Equal(whole, Paint(painter, PaintedElements.Request(1))[0]);
        Assert.Equal(2, _real.Painted.Count);
    }

    [Fact]
    public void Stops_when_it_is_told_to() => Assert.ThrowsAny<OperationCanceledException>(
        () => Painter().Paint([PaintedElements.Request(1)], null, new CancellationToken(canceled: true)));

    private CachedElementPainter Painter(long limit = 1_000_000) => new(_real, new ElementCache(_folder.Path, limit, NullLogger<ElementCache>.Instance));

    private static List<byte[]> Paint(IElementPainter painter, params PaintRequest[] requests)
    {
        var images = painter.Paint(requests, progress: null, CancellationToken.None);
        var pixels = images.Select(image => image.Pixels.ToArray()).ToList();
        Dispose(images);
        return pixels;
    }

    private static void Dispose(IReadOnlyList<PixelImage> images)
    {
        foreach (var image in images)
        {
            image.Dispose();
        }
    }
}
