using System.Text.Json;
using Creative.Core.Briefs;

namespace Creative.Core.Tests.Samples;

/// <summary>The samples of the repository, read the way the server's contract would.</summary>
internal static class SampleFiles
{
    private static string Root { get; } = Ancestors(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "Creative.sln")));

    public static IEnumerable<string> BrandFolders => Directory.EnumerateDirectories(Path.Combine(Root, "samples", "brands")).Order(StringComparer.Ordinal);

    public static IEnumerable<string> BriefFiles =>
        Directory.EnumerateFiles(Path.Combine(Root, "samples", "briefs"), "*.json").Order(StringComparer.Ordinal);

    /// <summary>Proto3 JSON of creative.v1.Brief; a member that the contract does not have fails.</summary>
    public static BriefDraft ReadBrief(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var draft = new BriefDraft();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            var value = member.Value;
            draft = member.Name switch
            {
                "campaign" => draft with { Campaign = value.GetString() },
                "brand" => draft with { Brand = value.GetString() },
                "copy" => draft with { Copy = ReadCopy(value) },
                "mood" => draft with { Mood = value.GetString() },
                "subject" => draft with { Subject = value.GetString() },
                "audience" => draft with { Audience = value.GetString() },
                "productType" => draft with { ProductType = value.GetString() },
                "placements" => draft with { Placements = [.. value.EnumerateArray().Select(ReadPlacement)] },
                "variants" => draft with { Variants = value.GetInt32() },
                "seed" => draft with { Seed = ulong.Parse(value.GetString()!) },
                "evidence" => draft with { Evidence = [.. value.EnumerateArray().Select(entry => new EvidenceDraft(Text(entry, "id"), Text(entry, "claim")))] },
                "style" => draft with { Style = value.GetString() },
                _ => throw new InvalidDataException($"{file}: the contract has no member '{member.Name}'."),
            };
        }

        return draft;
    }

    private static CopyDraft ReadCopy(JsonElement copy) =>
        new(Text(copy, "headline"), Text(copy, "subhead"), Text(copy, "benefit"), Text(copy, "callToAction"), Text(copy, "disclaimer"));

    private static PlacementDraft ReadPlacement(JsonElement placement) =>
        placement.TryGetProperty("custom", out var custom)
            ? new PlacementDraft(null, new CustomPlacementDraft(custom.GetProperty("width").GetInt32(), custom.GetProperty("height").GetInt32(), 0, [], null))
            : new PlacementDraft(Text(placement, "id"), null);

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
