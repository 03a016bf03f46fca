using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Creative.Contract.V1;

namespace Creative.Cli.Reading;

/// <summary>
/// A brand from a folder: brand.json is creative.v1.Brand as proto3 JSON, except that each logo names its drawing
/// with "file" instead of holding it in "svg".
/// </summary>
internal static partial class BrandFolder
{
    private const long LargestJson = 1 << 20;
    // What the server takes; it would say the same after a longer way.
    private const long LargestSvg = 256 << 10;

    /// <exception cref="CliException">It is not a brand folder; every problem is listed.</exception>
    public static Brand Read(string folder)
    {
        var path = Path.Combine(folder, "brand.json");
        var json = InputFile.Read(path, LargestJson);
        var problems = ProtoJsonCheck.Of(json, Brand.Descriptor, "brand").Where(problem => !LogoFile().IsMatch(problem.Field)).ToList();
        if (problems.Count > 0)
        {
            throw CliException.BadInput($"{path} is not a valid brand.", problems);
        }

        var brand = JsonNode.Parse(json)!.AsObject();
        var logos = brand["logos"] as JsonArray ?? [];
        for (var i = 0; i < logos.Count; i++)
        {
            if (logos[i] is JsonObject logo && logo.Remove("file", out var file))
            {
                logo["svg"] = Convert.ToBase64String(InputFile.Read(LogoPath(folder, file, $"brand.logos[{i}].file"), LargestSvg));
            }
        }

        return InputFile.ParseChecked<Brand>(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(brand), path, "brand");
    }

    private static string LogoPath(string folder, JsonNode? file, string field) =>
        file is JsonValue value && value.TryGetValue<string>(out var name) && name.Length > 0 && name == Path.GetFileName(name) && name is not (".." or ".")
            ? Path.Combine(folder, name)
            : throw CliException.BadInput($"{folder} is not a valid brand.", new Problem(field, "should be the name of an SVG file in the same folder"));

    [GeneratedRegex(@"^brand\.logos\[\d+\]\.file$", RegexOptions.ECMAScript)]
    private static partial Regex LogoFile();
}
