using System.Text.Json;
using Creative.Engine.Imaging.Fonts;

namespace Creative.Bench.Sizes;

/// <summary>
/// One finished concept in 24 placements: ours against what people would use instead, in the same run, each on one core
/// (Chromium is left its processes). Per size the four take turns (--rounds, default 9).
/// </summary>
internal static class SizesBench
{
    private const int WarmRounds = 3;
    private const int WarmUps = 2;
    private const int Quality = 85;

    public static int Run(string[] arguments)
    {
        var rounds = int.Parse(Arguments.Value(arguments, "--rounds") ?? "9");
        var output = Path.Combine(Tools.Root, "out", "bench");
        Directory.CreateDirectory(output);
        var job = Prepare(output);
        var jobFile = Path.Combine(output, "job.json");
        File.WriteAllBytes(jobFile, JsonSerializer.SerializeToUtf8Bytes(job, SizesJson.Default.BannerJob));

        var worker = Path.Combine(Tools.Root, "bench", "peers", "worker.mjs");
        using var ours = Peer.Start("ours", oneCore: true, Environment.ProcessPath!, [typeof(SizesBench).Assembly.Location, OwnWorker.Name, jobFile]);
        Keep(ours, job, output);
        using var satori = Peer.Start("satori", oneCore: true, "node", worker, "satori", jobFile);
        using var floor = Peer.Start("floor", oneCore: true, "node", worker, "floor", jobFile);
        using var chromium = StartChromium(job, worker, jobFile);
        Keep(satori, job, output);
        if (chromium is not null)
        {
            Keep(chromium, job, output);
        }

        // Each runs as it does after a while in service: compiled, caches filled.
        foreach (var peer in new[] { ours, satori, floor, chromium })
        {
            WarmUp(peer, job.Banners.Count);
        }

        var sizes = new List<SizeTimes>();
        foreach (var (i, banner) in job.Banners.Index())
        {
            var size = SizeTimes.Of(banner, Measure(i, rounds, ours, satori, chromium, floor));
            sizes.Add(size);
            Console.WriteLine($"{size.Placement,-28}{size.Width,5}x{size.Height,-5} ours {size.OursMs,7:0.00}  satori {size.SatoriMs,8:0.00}  chromium {size.ChromiumMs,7:0.00}  floor {size.FloorMs,6:0.00} ms");
        }

        var report = SizesReport.Of(sizes);
        Console.WriteLine($"the pictures: {output}");
        Console.WriteLine(JsonSerializer.Serialize(report, SizesJson.Default.SizesReport));
        return 0;
    }

    private static void WarmUp(Peer? peer, int banners)
    {
        for (var i = 0; peer is not null && i < WarmRounds * banners; i++)
        {
            peer.Render(i % banners);
        }
    }

    private static List<RenderTime>[] Measure(int index, int rounds, params Peer?[] peers)
    {
        var times = peers.Select(_ => new List<RenderTime>()).ToArray();
        for (var round = -WarmUps; round < rounds; round++)
        {
            for (var p = 0; p < peers.Length; p++)
            {
                if (peers[p] is { } peer && peer.Render(index) is var time && round >= 0)
                {
                    times[p].Add(time);
                }
            }
        }

        return times;
    }

    private static BannerJob Prepare(string output)
    {
        var logo = BannerParts.LogoFile;
        var drawing = BannerParts.ReadLogo(logo);
        var layout = new BannerLayout(new FontCatalog(), drawing.Width / drawing.Height);
        var banners = BannerParts.Placements.Select(placement =>
            layout.Place(placement.Id, placement.Size, Path.Combine(output, "ours", $"{placement.Id}.jpg")));
        return new BannerJob(BannerParts.PaintCutout(output), logo, Quality, Tools.FindChromium(), BannerParts.Fonts(BannerLayout.Faces), [.. banners]);
    }

    private static void Keep(Peer peer, BannerJob job, string output)
    {
        var folder = Path.Combine(output, peer.Name);
        Directory.CreateDirectory(folder);
        foreach (var (i, banner) in job.Banners.Index())
        {
            peer.Render(i, Path.Combine(folder, $"{banner.Placement}.jpg"));
        }
    }

    private static Peer? StartChromium(BannerJob job, string worker, string jobFile)
    {
        if (job.Chromium is not null)
        {
            return Peer.Start("chromium", oneCore: false, "node", worker, "chromium", jobFile);
        }

        Console.WriteLine("Chromium is not installed: apt-get install chromium, or name it in CHROMIUM. Its times will be null.");
        return null;
    }
}
