using System.Diagnostics;
using System.Globalization;
using Creative.Bench.Sizes;
using Creative.Core.Diffusion;

namespace Creative.Bench.Denoise;

/// <summary>The same network with the same weights in torch, in a process of its own: bench/peers/torch_denoise.py.</summary>
internal static class TorchPeer
{
    /// <param name="threads">Of one run; null for one per processor.</param>
    /// <param name="options">Such as "--device=cuda"; see torch_denoise.py.</param>
    /// <exception cref="InvalidOperationException">No Python here has torch; says how to get one.</exception>
    public static Peer Start(string models, string model, PaintRequest request, int? threads, params IEnumerable<string> options) => Peer.Start(
        "torch",
        oneCore: false,
        Python(),
        [
            Path.Combine("bench", "peers", "torch_denoise.py"),
            models,
            model,
            request.Prompt,
            request.Steps.ToString(CultureInfo.InvariantCulture),
            request.Guidance.ToString(CultureInfo.InvariantCulture),
            request.Scheduler == "ddim" ? "1" : "2",
            (threads ?? Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture),
            .. options,
        ]);

    private static string Python()
    {
        string?[] candidates = [Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3"];
        return candidates.FirstOrDefault(HasTorch)
            ?? throw new InvalidOperationException("no Python with torch and onnx was found: apt-get install python3-torch python3-onnx, or name one in PYTHON");
    }

    private static bool HasTorch(string? python)
    {
        if (python is null || (!File.Exists(python) && Tools.Find(python) is null))
        {
            return false;
        }

        var start = new ProcessStartInfo(python, ["-c", "import torch, onnx, PIL"]) { RedirectStandardError = true };
        using var process = Process.Start(start);
        process?.StandardError.ReadToEnd();
        process?.WaitForExit();
        return process?.ExitCode == 0;
    }
}
