using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Creative.Core.Imaging;

namespace Creative.Core.Placements;

/// <summary>The placements that can be asked for by id, from placements.json, and sizes of one's own beside them.</summary>
public sealed class PlacementCatalog
{
    private static readonly Lazy<PlacementCatalog> Loaded = new(Load);
    private readonly FrozenDictionary<string, Placement> _byId;

    private PlacementCatalog(string version, DateOnly date, ImmutableArray<Placement> all)
    {
        Version = version;
        Date = date;
        All = all;
        _byId = all.ToFrozenDictionary(placement => placement.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that is built in.</summary>
    public static PlacementCatalog Default => Loaded.Value;

    /// <summary>Width of a size of one's own, in pixels: smallest and largest.</summary>
    public static (int Min, int Max) CustomWidth => (100, 4096);

    /// <summary>Height of a size of one's own, in pixels: smallest and largest.</summary>
    public static (int Min, int Max) CustomHeight => (50, 4096);

    /// <summary>Smallest file-size cap of a size of one's own, in bytes.</summary>
    public const long LeastMaxBytes = 1024;

    /// <summary>Formats of a size of one's own that names none.</summary>
    public static ImmutableArray<ImageFormat> CustomFormats { get; } = [ImageFormat.Jpeg, ImageFormat.Png, ImageFormat.WebP, ImageFormat.Avif];

    /// <summary>Such as "2026.11.1"; goes into the provenance of each asset.</summary>
    public string Version { get; }

    public DateOnly Date { get; }

    /// <summary>In the order of the file: by platform.</summary>
    public ImmutableArray<Placement> All { get; }

    /// <summary>Null when there is none of that id.</summary>
    public Placement? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>A size that the catalogue does not list. Its id is "WIDTHxHEIGHT".</summary>
    /// <param name="size">100×50 to 4096×4096 pixels.</param>
    /// <param name="maxBytes">At least 1024, or null for no cap.</param>
    /// <param name="formats">In order of preference; none: <see cref="CustomFormats"/>.</param>
    /// <param name="safeArea">Margins in pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size or the cap is out of range.</exception>
    public static Placement Custom(CanvasSize size, long? maxBytes = null, ImmutableArray<ImageFormat> formats = default, Insets safeArea = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Width, CustomWidth.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Width, CustomWidth.Max);
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Height, CustomHeight.Min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size.Height, CustomHeight.Max);
        if (maxBytes is { } cap)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(cap, LeastMaxBytes);
        }

        return new Placement(size.ToString(), size, safeArea, maxBytes, formats.IsDefaultOrEmpty ? CustomFormats : formats)
        {
            Platform = "Custom",
            Name = size.ToString(),
            AiLabelFits = AiLabelFitsOn(size),
            Source = "asked for in the brief",
        };
    }

    /// <summary>
    /// Whether "AI生成" at its smallest legible size (5 % of the short side, at least 12 px, and 5.6 em wide with its
    /// padding) takes at most half of the width and 30 % of the height: the rule behind the catalogue's own column.
    /// </summary>
    public static bool AiLabelFitsOn(CanvasSize size)
    {
        var glyph = Math.Max(Math.Ceiling(0.05 * size.ShortSide), 12);
        return 5.6 * glyph <= 0.5 * size.Width && glyph <= 0.3 * size.Height;
    }

    private static PlacementCatalog Load()
    {
        using var stream = typeof(PlacementCatalog).Assembly.GetManifestResourceStream("Placements/placements.json")
            ?? throw new InvalidOperationException("Placements/placements.json is not embedded.");
        var file = JsonSerializer.Deserialize(stream, PlacementJson.Default.PlacementFile)
            ?? throw new InvalidOperationException("Placements/placements.json is empty.");
        return new PlacementCatalog(file.Version, file.Date, [.. file.Placements.Select(row => row.ToPlacement())]);
    }
}
