using System.Diagnostics;
using System.Globalization;

namespace Creative.Bench.Loop;

/// <summary>Fine-tunes as an engineer does: the script on an export, which registers what it made.</summary>
internal static class Trainer
{
    /// <summary>A picture that one designer rejected is likelier usable than not when nearly all are; it is no example to learn from.</summary>
    private const string SurelyUsable = "0.8";

    /// <param name="folder">Gets the model, as a folder with the name of the base, and the log.</param>
    /// <exception cref="InvalidOperationException">The script failed; says where its log lies.</exception>
    public static async Task TrainAsync(LoopSettings settings, Uri server, string key, string export, string from, string folder, string version)
    {
        var log = Path.Combine(folder, "training.log");
        var start = new ProcessStartInfo(settings.Python)
        {
            ArgumentList =
            {
                "-W", "ignore", Path.Combine("models", "train", "finetune.py"), "--export", export, "--base", from, "--out", folder, "--version", version, "--min-usable", SurelyUsable,
                "--steps", settings.Steps.ToString(CultureInfo.InvariantCulture), "--register", server.ToString(),
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // One thread: the server paints beside it.
            Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1", ["CREATIVE_RATER_KEY"] = key },
        };
        using var process = Process.Start(start)!;
        await using var writer = TextWriter.Synchronized(new StreamWriter(log));
        await Task.WhenAll(CopyAsync(process.StandardOutput, writer), CopyAsync(process.StandardError, writer), process.WaitForExitAsync());
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Fine-tuning ended with exit code {process.ExitCode}: {log}");
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteLineAsync(line);
            await Console.Error.WriteLineAsync($"    {line}");
        }
    }
}
