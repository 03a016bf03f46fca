using Creative.Bench.Denoise;
using Creative.Core.Diffusion;

namespace Creative.Bench.Gpu;

/// <summary>The same network in torch, one batch after the other in turns with ours, prompt to pixels.</summary>
/// <param name="Settings">What torch was told.</param>
/// <param name="OursMs">Median for all images together.</param>
/// <param name="TorchMs">Likewise.</param>
/// <param name="TorchOverOurs">Median of the rounds' own ratios: above 1, torch takes longer.</param>
internal sealed record TorchTimes(string Settings, double OursMs, double TorchMs, double TorchOverOurs)
{
    private const int WarmUps = 3;

    /// <returns>Null, and says why, where torch cannot be compared with.</returns>
    public static TorchTimes? Measure(DiffusionModel model, string folder, string id, PaintRequest request, int images, int rounds, string device)
    {
        // Compiling pays on a GPU; on the CPU Debian's torch cannot.
        string[] options = device == "--device=cuda" ? [device, "--half", "--compile", $"--batch={images}"] : [device, $"--batch={images}"];
        try
        {
            using var torch = TorchPeer.Start(folder, id, request, threads: null, options);
            PaintRequest[] requests = [.. Enumerable.Range(0, images).Select(i => request with { Seed = (ulong)i })];
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = -WarmUps; round < rounds; round++)
            {
                var (a, b) = (Clock.Milliseconds(() => Paint(model, requests)), torch.Render(Math.Abs(round)).Wall);
                if (round >= 0)
                {
                    ours.Add(a);
                    theirs.Add(b);
                }
            }

            var settings = string.Join(' ', options);
            var times = new TorchTimes(
                settings, Math.Round(Clock.Median(ours), 2), Math.Round(Clock.Median(theirs), 2), Math.Round(Clock.Median(theirs.Zip(ours, (t, o) => t / o)), 3));
            Console.WriteLine($"  whole pictures: ours {times.OursMs} ms, torch ({settings}) {times.TorchMs} ms, torch takes {times.TorchOverOurs} times as long");
            return times;
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine($"  not compared with torch: {error.Message}");
            return null;
        }
    }

    private static void Paint(DiffusionModel model, PaintRequest[] requests)
    {
        foreach (var image in new DiffusionPainter(model).Paint(requests, null, default))
        {
            image.Dispose();
        }
    }
}
