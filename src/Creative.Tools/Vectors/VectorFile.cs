using System.Text.Json;

namespace Creative.Tools.Vectors;

/// <summary>A list of cases, each an object with scheduler, test, loop, config_overrides, steps and the expected sum and mean.</summary>
internal sealed record VectorFile(string Name, IReadOnlyList<VectorCase> Cases)
{
    private const long MostBytes = 64 << 20;

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <exception cref="ToolException">There is no such folder, no file in it, or a file of another form; names every such file.</exception>
    public static IReadOnlyList<VectorFile> ReadAll(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new ToolException($"{folder}: there is no such folder.");
        }

        var problems = new List<string>();
        var files = new List<VectorFile>();
        foreach (var file in folder.EnumerateFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            try
            {
                files.Add(Read(file));
            }
            catch (Exception error) when (error is JsonException or FormatException)
            {
                problems.Add($"{file.Name}: {error.Message}");
            }
        }

        return problems.Count > 0 ? throw new ToolException("These files are not vector files.", problems)
            : files.Count == 0 ? throw new ToolException($"{folder}: there is no *.json file.")
            : files;
    }

    private static VectorFile Read(FileInfo file)
    {
        if (file.Length > MostBytes)
        {
            throw new FormatException($"{file.Length} bytes, expected {MostBytes} at most.");
        }

        using var stream = file.OpenRead();
        var cases = JsonSerializer.Deserialize<List<Row?>>(stream, Options) ?? throw new FormatException("expected a list of cases.");
        return new VectorFile(file.Name, [.. cases.Select((row, i) => Check(row, i))]);
    }

    private static VectorCase Check(Row? row, int index)
    {
        var problem = row is null ? "is null"
            : row.ConfigOverrides.ValueKind != JsonValueKind.Object ? "config_overrides: expected an object"
            : row.ExpectedSumAbs is null && row.ExpectedMeanAbs is null ? "expected_sum_abs and expected_mean_abs: both are missing"
            : (row.ExpectedSumAbs is not null && row.TolSum is null) || row.TolSum < 0 ? "tol_sum: expected a number, 0 or more"
            : (row.ExpectedMeanAbs is not null && row.TolMean is null) || row.TolMean < 0 ? "tol_mean: expected a number, 0 or more"
            : null;
        return problem is not null ? throw new FormatException($"case {index}: {problem}.") : new VectorCase(
            row!.Scheduler, row.Test, row.Loop, row.ConfigOverrides.Clone(), row.Steps, Pair(row.ExpectedSumAbs, row.TolSum), Pair(row.ExpectedMeanAbs, row.TolMean));
    }

    private static Expected? Pair(double? value, double? tolerance) => value is { } number ? new Expected(number, tolerance!.Value) : null;

    private sealed record Row(
        string Scheduler, string Test, string Loop, JsonElement ConfigOverrides, int Steps,
        double? ExpectedSumAbs = null, double? TolSum = null, double? ExpectedMeanAbs = null, double? TolMean = null);
}
