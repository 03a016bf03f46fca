using System.Diagnostics;
using System.Text.Json;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Fonts;

namespace Creative.Bench.Sizes;

/// <summary>
/// Our side, in the protocol of the peers: reads "INDEX" or "INDEX FILE" from standard input, goes the whole way from
/// the finished concept to the bytes of the file (fit the texts, build the scene, draw, encode) and answers with its time.
/// </summary>
internal static class OwnWorker
{
    public const string Name = "sizes-worker";

    public static int Run(string[] arguments)
    {
        var job = JsonSerializer.Deserialize(File.ReadAllBytes(arguments[0]), SizesJson.Default.BannerJob)
            ?? throw new InvalidDataException($"{arguments[0]} holds no job.");
        var logo = BannerParts.ReadLogo(job.Logo);
        var rasterizer = new Rasterizer();
        var layout = new BannerLayout(new FontCatalog(), logo.Width / logo.Height);
        using var cutout = rasterizer.Decode(File.ReadAllBytes(job.Cutout));

        Console.WriteLine("""{"ready":true}""");
        while (Console.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            var asked = job.Banners[int.Parse(parts[0])];
            var used = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var jpeg = Render(asked, job.Quality, layout, rasterizer, cutout, logo);
            watch.Stop();
            used = Environment.CpuUsage.TotalTime - used;
            if (parts.Length > 1)
            {
                File.WriteAllBytes(parts[1], jpeg);
            }

            Console.WriteLine(FormattableString.Invariant($$"""{"ms":{{watch.Elapsed.TotalMilliseconds}},"processor":{{used.TotalMilliseconds}},"bytes":{{jpeg.Length}}}"""));
        }

        return 0;
    }

    private static byte[] Render(Banner asked, int quality, BannerLayout layout, Rasterizer rasterizer, PixelImage cutout, SafeSvg logo)
    {
        var size = new CanvasSize(asked.Width, asked.Height);
        var nodes = BannerScene.Of(layout.Place(asked.Placement, size, asked.Picture), cutout, logo);
        using var pixels = rasterizer.Draw(size, nodes, backdrop: null, CancellationToken.None);
        return rasterizer.Encode(pixels, ImageFormat.Jpeg, quality);
    }
}
