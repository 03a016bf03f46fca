using System.Diagnostics;
using Xunit;

namespace Creative.Training.Tests;

/// <summary>A test that trains: it needs a Python with torch, onnx and PIL, and gcc. Without them it is skipped, and says what is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchFactAttribute : FactAttribute
{
    private static readonly string[] Candidates = [Environment.GetEnvironmentVariable("PYTHON") ?? "python3", "/usr/bin/python3"];

    private static readonly Lazy<string?> Found = new(() => Candidates.FirstOrDefault(python => Runs(python, "-c", "import torch, onnx, numpy, PIL")));

    public TorchFactAttribute() => Skip = (Found.Value, Runs("gcc", "--version")) switch
    {
        (null, _) => "No Python here has torch, onnx, numpy and PIL (apt-get install python3-torch python3-onnx python3-numpy python3-pil).",
        (_, false) => "gcc is missing (apt-get install gcc).",
        _ => null,
    };

    /// <summary>Only where the test is not skipped.</summary>
    public static string Python => Found.Value!;

    private static bool Runs(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
