using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Creative.Core.Briefs;

/// <summary>subject-words.json: which element a plain word asks for, and what to show when no word does.</summary>
/// <param name="Version">Of the data.</param>
/// <param name="Elements">Words by element class, Chinese and English.</param>
/// <param name="Products">Element class by product type.</param>
/// <param name="Companions">What goes well beside an element class.</param>
public sealed record SubjectWords(
    string Version,
    ImmutableArray<ElementWords> Elements,
    ImmutableSortedDictionary<string, string> Products,
    ImmutableSortedDictionary<string, string> Companions)
{
    private static readonly Lazy<SubjectWords> Loaded = new(Load);

    /// <summary>The words that are built in.</summary>
    public static SubjectWords Default => Loaded.Value;

    private static SubjectWords Load()
    {
        using var stream = typeof(SubjectWords).Assembly.GetManifestResourceStream("Briefs/subject-words.json")
            ?? throw new InvalidOperationException("Briefs/subject-words.json is not embedded.");
        return JsonSerializer.Deserialize(stream, SubjectJson.Default.SubjectWords)
            ?? throw new InvalidOperationException("Briefs/subject-words.json is empty.");
    }
}

/// <summary>The words that ask for one element class.</summary>
public sealed record ElementWords(string Element, ImmutableArray<string> Words);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SubjectWords))]
internal sealed partial class SubjectJson : JsonSerializerContext;
