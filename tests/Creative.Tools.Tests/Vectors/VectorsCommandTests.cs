using System.Text.Json;
using Creative.Core.Diffusion.Sampling;
using Creative.Tools.Vectors;
using Xunit;

namespace Creative.Tools.Tests.Vectors;

/// <summary>The command over the vectors of this repository and over files that are wrong in some way.</summary>
public sealed class VectorsCommandTests : IDisposable
{
    private static readonly string Published = Path.Combine(AppContext.BaseDirectory, "vectors");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vectors");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_published_value_is_met()
    {
        var results = VectorFile.ReadAll(new DirectoryInfo(Published)).SelectMany(file => file.Cases.Select(item => VectorRunner.Run(file.Name, item))).ToList();
        Assert.Equal(600, results.Count);
        Assert.Empty(results.Where(result => !result.Passed).Select(result => result.ToString()));
    }

    [Fact]
    public void Every_sampler_has_a_vector()
    {
        var covered = VectorFile.ReadAll(new DirectoryInfo(Published))
            .SelectMany(file => file.Cases)
            .Select(item => BaseConfigs.Of(item.Scheduler, item.Overrides).Sampler)
            .Concat(["dpmpp_2m_karras", "dpmpp_2m_sde_karras"])
            .ToHashSet(StringComparer.Ordinal);
        Assert.Subset(covered, Samplers.All.Keys.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void A_wrong_value_is_a_failed_case_with_both_numbers_and_the_exit_code_says_so()
    {
        Write("a.json", Case("DDIM", "P", 10, 172.0067), Case("DDIM", "P", 10, 173));
        Assert.Equal(1, Run());
        Assert.Contains("172.006", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("173", _out.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("1 passed, 1 failed", _out.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Magic", "P", 10, "{}", "unknown scheduler 'Magic'")]
    [InlineData("DDIM", "Q", 10, "{}", "loop: 'Q'")]
    [InlineData("DDIM", "P", 0, "{}", "steps")]
    [InlineData("DDIM", "P", 1001, "{}", "steps")]
    [InlineData("DDIM", "N(t_start=10)", 10, "{}", "begins at 10")]
    [InlineData("DDIM", "B(t=1,2,2000)", 10, "{}", "timesteps")]
    [InlineData("DDIM", "P", 10, """{ "churn": 1, "beta_schedule": "steep" }""", "churn: unknown field")]
    [InlineData("DDIM", "P", 10, """{ "churn": 1, "beta_schedule": "steep" }""", "beta_schedule")]
    [InlineData("LCM", "P", 51, "{}", "51")]
    public void What_cannot_be_run_is_a_failed_case_with_the_reason(string scheduler, string loop, int steps, string overrides, string reason)
    {
        Write("a.json", Case(scheduler, loop, steps, 1, overrides));
        Assert.Equal(1, Run());
        Assert.Contains(reason, _out.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 1 failed", _out.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_of_another_form_is_named_and_nothing_runs()
    {
        Write("good.json", Case("DDIM", "P", 10, 172.0067));
        File.WriteAllText(Path.Combine(_folder.FullName, "object.json"), "{}");
        File.WriteAllText(Path.Combine(_folder.FullName, "cut.json"), "[{");
        Write("bare.json", "{ \"scheduler\": \"DDIM\" }");
        Assert.Equal(2, Run());
        Assert.All((string[])["object.json", "cut.json", "bare.json"], name => Assert.Contains(name, _error.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("good.json:", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_or_missing_folder_is_a_usage_error()
    {
        Assert.Equal(2, Run());
        Assert.Equal(2, App.Run(["vectors", Path.Combine(_folder.FullName, "none")], _out, _error));
        Assert.Equal(2, App.Run(["vectors"], _out, _error));
    }

    [Fact]
    public void As_json_every_case_is_told()
    {
        Write("a.json", Case("DDIM", "P", 10, 172.0067), Case("Magic", "P", 10, 1));
        Assert.Equal(1, App.Run(["vectors", _folder.FullName, "--json"], _out, _error));
        using var document = JsonDocument.Parse(_out.ToString());
        Assert.Equal(1, document.RootElement.GetProperty("passed").GetInt32());
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().ToArray();
        Assert.True(cases[0].GetProperty("passed").GetBoolean());
        Assert.Contains("Magic", cases[1].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private int Run() => App.Run(["vectors", _folder.FullName], _out, _error);

    private void Write(string name, params string[] cases) =>
        File.WriteAllText(Path.Combine(_folder.FullName, name), $"[{string.Join(',', cases)}]");

    private static string Case(string scheduler, string loop, int steps, double sum, string overrides = "{}") => JsonSerializer.Serialize(new
    {
        scheduler, test = "t", loop, config_overrides = JsonDocument.Parse(overrides).RootElement, steps, expected_sum_abs = sum, tol_sum = 0.01,
    });
}
