using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Creative.Core.Briefs;

namespace Creative.Core.Brands;

/// <summary>A brand kit on disk: brand.json, and the logo files it names beside it.</summary>
public static class BrandFolder
{
    private const string FileName = "brand.json";
    private const int MostJsonBytes = 1024 * 1024;

    /// <summary>Largest logo file that is read; the validator's own limit is lower and names the field.</summary>
    private const int MostLogoBytes = 1024 * 1024;

    /// <summary>Reads a folder; what is wrong with the content of the brand is for <c>BrandValidator</c>.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="problems">Why nothing came back: a missing, oversized or malformed file, or a logo outside the folder.</param>
    public static BrandDraft? Read(string folder, out ImmutableArray<FieldProblem> problems)
    {
        var found = new List<FieldProblem>();
        var json = ReadBounded(Path.Combine(folder, FileName), MostJsonBytes, FileName, found);
        var draft = json is null ? null : Parse(json, folder, found);
        problems = [.. found];
        return found.Count == 0 ? draft : null;
    }

    private static BrandDraft? Parse(byte[] json, string folder, List<FieldProblem> problems)
    {
        BrandFile file;
        try
        {
            file = JsonSerializer.Deserialize(json, BrandJson.Default.BrandFile) ?? throw new JsonException("it is null");
        }
        catch (JsonException malformed)
        {
            problems.Add(new FieldProblem(FileName, malformed.Message));
            return null;
        }

        return new BrandDraft
        {
            Id = file.Id,
            Name = file.Name,
            Market = file.Market,
            Locale = file.Locale,
            Logos = [.. (file.Logos ?? []).Select((logo, i) => ReadLogo(folder, logo, $"brand.logos[{i}].file", problems))],
            Colours = file.Colours ?? [],
            Fonts = file.Fonts ?? [],
            Tone = file.Tone,
            Glossary = file.Glossary ?? [],
            ComplianceProfile = file.ComplianceProfile,
            Styles = file.Styles ?? [],
            Disclaimers = file.Disclaimers ?? ImmutableDictionary<string, string>.Empty,
            CornerRadius = file.CornerRadius,
            ButtonStyle = file.ButtonStyle,
            ForbiddenWords = file.ForbiddenWords ?? [],
            Imagery = file.Imagery,
        };
    }

    private static LogoDraft ReadLogo(string folder, LogoFile logo, string field, List<FieldProblem> problems)
    {
        if (IsBareName(logo.File))
        {
            return new LogoDraft(logo.Variant, ReadBounded(Path.Combine(folder, logo.File!), MostLogoBytes, field, problems), logo.ClearSpace, logo.MinHeight);
        }

        problems.Add(new FieldProblem(field, "has to be the bare name of a file in the same folder"));
        return new LogoDraft(logo.Variant, default, logo.ClearSpace, logo.MinHeight);
    }

    /// <summary>A bare name cannot leave the folder; a link that does is refused when it is read.</summary>
    private static bool IsBareName(string? name) =>
        !string.IsNullOrEmpty(name) && name is not ("." or "..") && name.IndexOfAny(['/', '\\', '\0']) < 0;

    private static byte[]? ReadBounded(string path, int most, string field, List<FieldProblem> problems)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            problems.Add(new FieldProblem(field, $"there is no file {file.Name}"));
            return null;
        }

        if (file.LinkTarget is not null)
        {
            problems.Add(new FieldProblem(field, $"{file.Name} is a link"));
            return null;
        }

        if (file.Length > most)
        {
            problems.Add(new FieldProblem(field, $"{file.Name} has {file.Length} bytes; at most {most} are read"));
            return null;
        }

        return File.ReadAllBytes(path);
    }
}

/// <summary>brand.json: the proto3 JSON of creative.v1.Brand, with a file name where the message has the logo itself.</summary>
internal sealed record BrandFile(
    string? Id = null,
    string? Name = null,
    string? Market = null,
    string? Locale = null,
    string? Tone = null,
    string? ComplianceProfile = null,
    double CornerRadius = 0,
    string? ButtonStyle = null,
    ImageryDraft? Imagery = null,
    IReadOnlyList<LogoFile>? Logos = null,
    IReadOnlyList<ColourDraft>? Colours = null,
    IReadOnlyList<FontDraft>? Fonts = null,
    IReadOnlyList<GlossaryDraft>? Glossary = null,
    IReadOnlyList<string>? Styles = null,
    IReadOnlyList<string>? ForbiddenWords = null,
    IReadOnlyDictionary<string, string>? Disclaimers = null);

internal sealed record LogoFile(string? Variant = null, string? File = null, double ClearSpace = 0, double MinHeight = 0);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    ReadCommentHandling = JsonCommentHandling.Skip)]
[JsonSerializable(typeof(BrandFile))]
internal sealed partial class BrandJson : JsonSerializerContext;
