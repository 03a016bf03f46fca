using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Creative.Bench.Sizes;

namespace Creative.Bench.Exports;

/// <summary>
/// How fast a dataset comes out, against plain tar over the same files: the real server as a process of its own sends WebDataset
/// shards over gRPC, this process writes them to the disk; tar reads the very same image files and writes one archive to the same
/// disk. In turns, so that a busy machine slows both alike.
/// </summary>
internal static class ExportBench
{
    public const string Name = "export";

    private const double Mebibyte = 1024 * 1024;
    private static readonly TimeSpan GivenBack = TimeSpan.FromSeconds(3);

    public static int Run(string[] args) => RunAsync(args).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] args)
    {
        var items = Arguments.Whole(args, "--items", 20_000);
        var bytes = Arguments.Whole(args, "--bytes", 48_000);
        var rounds = Arguments.Whole(args, "--rounds", 5);
        var format = Arguments.Value(args, "--format") ?? "webdataset";
        var work = Arguments.Value(args, "--work") ?? Path.Combine(Tools.Root, "out", "bench-export");
        var data = Path.Combine(work, $"{items}x{bytes}");

        var datasets = await SyntheticDataset.EnsureAsync(data, items, bytes, rounds + 1);
        await using var server = await ExportServer.StartAsync(data);
        Console.Error.WriteLine($"{items} images of {bytes} bytes, {format}, {rounds} rounds; server at {server.PeakMemory / Mebibyte:0} MiB before");

        // Headers and records come on top of the images.
        var total = items * (bytes + (4L << 10));

        // Once each unmeasured: both start with the files in the page cache.
        await ExportAsync(server, datasets[^1].Id, format, work, total);
        Tar(data, work, total);
        var (firsts, repeats) = (new List<Trial>(), new List<Trial>());
        foreach (var (id, _) in datasets.SkipLast(1))
        {
            // First a dataset that the server never exported, then the same again.
            firsts.Add(await TrialAsync("first", server, id, format, data, work, total));
            repeats.Add(await TrialAsync("again", server, id, format, data, work, total));
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            items,
            format,
            first = Report(firsts),
            again = Report(repeats),
            hashing_s = Math.Round(Median(datasets.Select(one => one.Hashing.TotalSeconds)), 2),
            server_peak_mib = Math.Round(server.PeakMemory / Mebibyte, 1),
            client_peak_mib = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / Mebibyte, 1),
        }));
        return 0;
    }

    /// <summary>An export, and tar right after it.</summary>
    private static async Task<Trial> TrialAsync(string kind, ExportServer server, string id, string format, string data, string work, long bytes)
    {
        var export = await ExportAsync(server, id, format, work, bytes);
        var trial = export with { Tar = Tar(data, work, bytes) };
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"export, {kind} {trial.Export:0} MiB/s, tar {trial.Tar:0} MiB/s"));
        return trial;
    }

    private static object Report(IReadOnlyCollection<Trial> trials) => new
    {
        export_mib_s = Math.Round(Median(trials.Select(one => one.Export)), 1),
        tar_mib_s = Math.Round(Median(trials.Select(one => one.Tar)), 1),
        ratio = Math.Round(Median(trials.Select(one => one.Export / one.Tar)), 3),

        // Whatever disturbs a trial only makes it slower, so the best of each side is what least disturbed it.
        ratio_of_bests = Math.Round(trials.Max(one => one.Export) / trials.Max(one => one.Tar), 3),
        server_cpu_s = Math.Round(Median(trials.Select(one => one.Server.TotalSeconds)), 2),
        client_cpu_s = Math.Round(Median(trials.Select(one => one.Client.TotalSeconds)), 2),
    };

    private static async Task<Trial> ExportAsync(ExportServer server, string id, string format, string work, long bytes)
    {
        var folder = Path.Combine(work, "export");
        Clear(folder);
        Settle(work, bytes);
        using var own = Process.GetCurrentProcess();
        var (serverBefore, clientBefore) = (server.ProcessorTime, own.TotalProcessorTime);
        var watch = Stopwatch.StartNew();
        var sent = await server.ExportAsync(id, format, folder);
        var rate = sent / Mebibyte / watch.Elapsed.TotalSeconds;
        own.Refresh();
        return new Trial(rate, 0, server.ProcessorTime - serverBefore, own.TotalProcessorTime - clientBefore);
    }

    private static double Tar(string data, string work, long bytes)
    {
        var archive = Path.Combine(work, "files.tar");
        File.Delete(archive);
        Settle(work, bytes);
        var watch = Stopwatch.StartNew();
        using var tar = Process.Start(new ProcessStartInfo("tar", ["-cf", archive, "-C", SyntheticDataset.ImagesOf(data), "."]))!;
        tar.WaitForExit();
        return tar.ExitCode == 0 ? new FileInfo(archive).Length / Mebibyte / watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"tar ended with {tar.ExitCode}.");
    }

    /// <summary>
    /// Every trial begins alike. What was written before is on the disk, and not on its way there. And there is as much free memory at hand as
    /// the trial will fill: a virtual machine gives memory that has been free for two seconds back to its host, and getting a gibibyte again
    /// takes up to three seconds, ten times as long as writing it. So that is waited for, and a file of that size written and removed.
    /// </summary>
    private static void Settle(string work, long bytes)
    {
        using var sync = Process.Start("sync");
        sync.WaitForExit();
        Thread.Sleep(GivenBack);
        var scratch = Path.Combine(work, "scratch");
        using (var file = File.Create(scratch, bufferSize: 0))
        {
            var block = new byte[1 << 20];
            for (var written = 0L; written < bytes; written += block.Length)
            {
                file.Write(block);
            }
        }

        File.Delete(scratch);
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    /// <param name="Export">MiB/s.</param>
    /// <param name="Tar">MiB/s.</param>
    /// <param name="Server">Processor time of the server for the export.</param>
    /// <param name="Client">Processor time of this process for the export.</param>
    private sealed record Trial(double Export, double Tar, TimeSpan Server, TimeSpan Client);
}
