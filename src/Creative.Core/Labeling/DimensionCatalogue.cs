using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Creative.Core.Labeling;

/// <summary>The dimensions that there are, from dimensions.json.</summary>
public sealed class DimensionCatalogue
{
    private const string Resource = "Labeling/dimensions.json";

    private static readonly Lazy<DimensionCatalogue> Loaded = new(() =>
    {
        using var stream = typeof(DimensionCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        return Read(stream);
    });

    private readonly FrozenDictionary<string, Dimension> _byId;

    private DimensionCatalogue(string version, ImmutableArray<Dimension> all)
    {
        (Version, All) = (version, all);
        _byId = all.ToFrozenDictionary(dimension => dimension.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that is built in.</summary>
    public static DimensionCatalogue Default => Loaded.Value;

    /// <summary>Such as "2026.11.1"; kept with what is judged by it.</summary>
    public string Version { get; }

    /// <summary>In the order they are asked.</summary>
    public ImmutableArray<Dimension> All { get; }

    /// <summary>Null when there is none of that id.</summary>
    public Dimension? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Those that items of this kind are judged on, in the order they are asked.</summary>
    /// <param name="itemKind">Of <see cref="ItemKinds"/>.</param>
    public ImmutableArray<Dimension> For(string itemKind) => [.. All.Where(dimension => dimension.ItemKinds.Contains(itemKind))];

    /// <exception cref="JsonException">Not JSON, or a member is missing or unknown.</exception>
    /// <exception cref="InvalidDataException">Names every rule that is broken.</exception>
    public static DimensionCatalogue Read(Stream json)
    {
        var file = JsonSerializer.Deserialize(json, DimensionJson.Default.DimensionFile) ?? throw new InvalidDataException("The file is empty.");
        ImmutableArray<Dimension> dimensions = [.. file.Dimensions.Select(row => row.ToDimension())];
        var problems = DimensionRules.Check(dimensions).ToArray();
        return problems.Length == 0
            ? new DimensionCatalogue(file.Version, dimensions)
            : throw new InvalidDataException(string.Join(" ", problems.Select(problem => $"{problem.Field}: {problem.Message}")));
    }
}
