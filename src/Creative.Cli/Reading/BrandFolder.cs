using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Google.Protobuf;

namespace Creative.Cli.Reading;

/// <summary>
/// A brand from a folder: brand.json is creative.v1.Brand as proto3 JSON, except that each logo names its drawing
/// with "file" instead of holding it in "svg".
/// </summary>
internal static partial class BrandFolder
{
    private const string FileName = "brand.json";
    private const long LargestJson = 1 << 20;
    // What the server takes; it would say the same after a longer way.
    private const long LargestSvg = 256 << 10;

    private static readonly JsonParser Tolerant = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <exception cref="CliException">It is not a brand folder; every problem is listed.</exception>
    public static Brand Read(string folder)
    {
        var (brand, problems) = Inspect(folder);
        return problems.Count == 0 && brand is not null ? brand : throw Invalid(folder, problems);
    }

    /// <summary>All that can be read of a kit, and all that is wrong with its files; the server knows what is wrong with its content.</summary>
    /// <returns>Null for the brand when brand.json has values that no message can hold.</returns>
    /// <exception cref="CliException">There is no brand.json, or it is too large.</exception>
    public static (Brand? Brand, IReadOnlyList<Problem> Problems) Inspect(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var json = InputFile.Read(path, LargestJson);
        var problems = ProtoJsonCheck.Of(json, Brand.Descriptor, "brand").Where(problem => !LogoFile().IsMatch(problem.Field)).ToList();
        if (problems.Exists(problem => !IsUnknownField(problem)))
        {
            return (null, problems);
        }

        var brand = JsonNode.Parse(json)!.AsObject();
        var logos = brand["logos"] as JsonArray ?? [];
        for (var i = 0; i < logos.Count; i++)
        {
            if (logos[i] is JsonObject logo && logo.Remove("file", out var file) && ReadLogo(folder, file, $"brand.logos[{i}].file", problems) is { } svg)
            {
                logo["svg"] = Convert.ToBase64String(svg);
            }
        }

        return (Tolerant.Parse<Brand>(brand.ToJsonString()), problems);
    }

    public static CliException Invalid(string folder, IEnumerable<Problem> problems) =>
        CliException.BadInput($"{Path.Combine(folder, FileName)} is not a valid brand.", problems);

    private static bool IsUnknownField(Problem problem) => problem.Message.Contains(ProtoJsonCheck.NoSuchField, StringComparison.Ordinal);

    private static byte[]? ReadLogo(string folder, JsonNode? file, string field, List<Problem> problems)
    {
        if (file is not JsonValue value || !value.TryGetValue<string>(out var name) || name.Length == 0 || name != Path.GetFileName(name) || name is ".." or ".")
        {
            problems.Add(new Problem(field, "should be the name of an SVG file in the same folder"));
            return null;
        }

        try
        {
            return InputFile.Read(Path.Combine(folder, name), LargestSvg);
        }
        catch (CliException unreadable)
        {
            problems.AddRange(unreadable.Problems.Select(problem => new Problem(field, $"{name}: {problem.Message}")));
            return null;
        }
    }

    [GeneratedRegex(@"^brand\.logos\[\d+\]\.file$", RegexOptions.ECMAScript)]
    private static partial Regex LogoFile();
}
