using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Creative.Engine;

namespace Creative.Server.Models.Intake;

/// <summary>What an upload may contain.</summary>
internal static partial class UploadRules
{
    public const int MostFiles = 4096;

    /// <summary>Bytes of all files: more than any model people run today.</summary>
    public const long MostBytes = 64L << 30;

    private const int MostText = 16 * 1024;
    private const int MostDatasets = 100;

    public static List<FieldProblem> Of(RegisterHeader header)
    {
        var problems = new List<FieldProblem>();
        var origin = header.Origin ?? new ModelOrigin();
        Expect(IdPattern().IsMatch(header.ModelId), "header.model_id", "is 1 to 64 characters of [a-z0-9-], the first a letter or digit");
        Expect(VersionPattern().IsMatch(header.Version), "header.version", "is 1 to 64 characters of [A-Za-z0-9._-], the first a letter or digit");
        Expect(origin.Datasets.Count <= MostDatasets, "header.origin.datasets", $"are {origin.Datasets.Count}; at most {MostDatasets}");
        Expect(origin.SettingsJson.Length <= MostText, "header.origin.settings_json", $"has {origin.SettingsJson.Length} characters; at most {MostText}");
        Expect(origin.EvaluationJson.Length <= MostText, "header.origin.evaluation_json", $"has {origin.EvaluationJson.Length} characters; at most {MostText}");
        Expect(origin.Remarks.Length <= MostText, "header.origin.remarks", $"has {origin.Remarks.Length} characters; at most {MostText}");
        return problems;

        void Expect(bool holds, string field, string otherwise)
        {
            if (!holds)
            {
                problems.Add(new FieldProblem(field, otherwise));
            }
        }
    }

    /// <param name="before">Names of the files that have come.</param>
    /// <param name="bytes">What they have together.</param>
    public static List<FieldProblem> Of(RegisterFile file, IReadOnlySet<string> before, long bytes)
    {
        var problems = new List<FieldProblem>();
        Expect(ModelManifest.IsInside(file.Path), "file.path", "is not a path inside the folder, with slashes");
        Expect(!before.Contains(file.Path), "file.path", "has come before");
        Expect(before.Count < MostFiles, "file", $"is one too many; at most {MostFiles}");
        Expect(file.ByteSize >= 0 && file.ByteSize <= MostBytes - bytes, "file.byte_size", $"is {file.ByteSize}; all files together may have {MostBytes}");
        Expect(HashPattern().IsMatch(file.Sha256), "file.sha256", "is not 64 lower-case hexadecimal digits");
        return problems;

        void Expect(bool holds, string field, string otherwise)
        {
            if (!holds)
            {
                problems.Add(new FieldProblem(field, $"'{(file.Path.Length <= 80 ? file.Path : file.Path[..80])}' {otherwise}"));
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex HashPattern();
}
