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

    public static int Run(string[] args) => RunAsync(args).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] args)
    {
        var items = Arguments.Whole(args, "--items", 20_000);
        var bytes = Arguments.Whole(args, "--bytes", 48_000);
        var rounds = Arguments.Whole(args, "--rounds", 5);
        var format = Arguments.Value(args, "--format") ?? "webdataset";
        var work = Arguments.Value(args, "--work") ?? Path.Combine(Tools.Root, "out", "bench-export");
        var data = Path.Combine(work, $"{items}x{bytes}");

        var id = await SyntheticDataset.EnsureAsync(data, items, bytes);
        await using var server = await ExportServer.StartAsync(data);
        Console.Error.WriteLine($"{items} images of {bytes} bytes, {format}, {rounds} rounds; server at {server.PeakMemory / Mebibyte:0} MiB before");

        // Once each unmeasured: both start with the files in the page cache.
        await ExportAsync(server, id, format, work);
        Tar(data, work);
        var (ours, theirs) = (new List<Trial>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await ExportAsync(server, id, format, work));
            theirs.Add(Tar(data, work));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"export {ours[^1].Rate:0} MiB/s, tar {theirs[^1]:0} MiB/s"));
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            items,
            format,
            export_mib_s = Math.Round(Median(ours.Select(one => one.Rate)), 1),
            tar_mib_s = Math.Round(Median(theirs), 1),
            ratio = Math.Round(Median(ours.Zip(theirs, (a, b) => a.Rate / b)), 3),
            server_cpu_s = Math.Round(Median(ours.Select(one => one.Server.TotalSeconds)), 2),
            client_cpu_s = Math.Round(Median(ours.Select(one => one.Client.TotalSeconds)), 2),
            server_peak_mib = Math.Round(server.PeakMemory / Mebibyte, 1),
            client_peak_mib = Math.Round(Process.GetCurrentProcess().PeakWorkingSet64 / Mebibyte, 1),
        }));
        return 0;
    }

    private static async Task<Trial> ExportAsync(ExportServer server, string id, string format, string work)
    {
        var folder = Path.Combine(work, "export");
        Clear(folder);
        using var own = Process.GetCurrentProcess();
        var (serverBefore, clientBefore) = (server.ProcessorTime, own.TotalProcessorTime);
        var watch = Stopwatch.StartNew();
        var bytes = await server.ExportAsync(id, format, folder);
        var rate = bytes / Mebibyte / watch.Elapsed.TotalSeconds;
        own.Refresh();
        return new Trial(rate, server.ProcessorTime - serverBefore, own.TotalProcessorTime - clientBefore);
    }

    private static double Tar(string data, string work)
    {
        var archive = Path.Combine(work, "files.tar");
        File.Delete(archive);
        var watch = Stopwatch.StartNew();
        using var tar = Process.Start(new ProcessStartInfo("tar", ["-cf", archive, "-C", SyntheticDataset.ImagesOf(data), "."]))!;
        tar.WaitForExit();
        return tar.ExitCode == 0 ? new FileInfo(archive).Length / Mebibyte / watch.Elapsed.TotalSeconds : throw new InvalidOperationException($"tar ended with {tar.ExitCode}.");
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    /// <param name="Rate">MiB/s.</param>
    /// <param name="Server">Processor time of the server.</param>
    /// <param name="Client">Processor time of this process.</param>
    private sealed record Trial(double Rate, TimeSpan Server, TimeSpan Client);
}
