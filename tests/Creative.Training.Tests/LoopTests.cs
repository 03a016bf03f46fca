using System.Text.Json;
using Xunit;

namespace Creative.Training.Tests;

/// <summary>The whole loop through the real services, with few pictures: score, snapshot, export, fine-tune, register, compare.</summary>
public sealed class LoopTests : IDisposable
{
    private readonly string _work = Directory.CreateTempSubdirectory("creative-loop-").FullName;

    [TorchFact]
    public void Two_short_rounds_train_register_and_compare_a_version_each()
    {
        var run = PythonScript.RunBench("loop", "--short", "--python", TorchFactAttribute.Python, "--out", _work);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);

        using var report = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]);
        var rounds = report.RootElement.GetProperty("rounds").EnumerateArray().ToArray();
        Assert.Equal(["1.0.0", "1.0.1", "1.0.2"], rounds.Select(round => round.GetProperty("version").GetString()));
        Assert.All(rounds.Skip(1), round => Assert.True(round.GetProperty("trained").GetInt64() > 0));
        Assert.Equal(2 * (24 + 16), report.RootElement.GetProperty("labels").GetInt64());
        Assert.All(rounds, round => Assert.InRange(round.GetProperty("usable").GetDouble(), 0, 1));
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(_work, "rounds.svg")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_work, recursive: true);
}
