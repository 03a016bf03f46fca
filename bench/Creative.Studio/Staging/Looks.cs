using Creative.Studio.Rendering;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Staging;

/// <summary>The colours and lights that the words of a prompt mean.</summary>
public static class Looks
{
    private static readonly Dictionary<string, Rgb> Hues = new(StringComparer.Ordinal)
    {
        ["red"] = new(.88f, .085f, .075f),
        ["orange"] = new(1.0f, .49f, .07f),
        ["yellow"] = new(1.0f, .76f, .13f),
        ["green"] = new(.07f, .66f, .36f),
        ["teal"] = new(.05f, .66f, .70f),
        ["blue"] = new(.07f, .36f, .94f),
        ["purple"] = new(.47f, .20f, .90f),
        ["pink"] = new(1.0f, .46f, .60f),
        ["gold"] = new(1.0f, .70f, .21f),
        ["silver"] = new(.87f, .90f, .95f),
        ["rose gold"] = new(.98f, .60f, .47f),
    };

    private static readonly Dictionary<string, (Rgb Key, Rgb Rim, Rgb Sky)> Lights = new(StringComparer.Ordinal)
    {
        ["neutral light"] = (new(1, 1, 1), new(1, 1, 1), new(1, 1, 1)),
        ["warm light"] = (new(1.09f, .97f, .80f), new(1.20f, .80f, .42f), new(1.05f, .98f, .90f)),
        ["cool light"] = (new(.90f, .98f, 1.10f), new(.45f, .80f, 1.30f), new(.93f, 1.0f, 1.10f)),
    };

    private static readonly Dictionary<string, Rgb> TrophyBases = new(StringComparer.Ordinal)
    {
        ["gold"] = new(.80f, .06f, .06f),
        ["silver"] = new(.06f, .24f, .72f),
        ["rose gold"] = new(.45f, .05f, .14f),
    };

    public static Look Of(ElementAttributes attributes) =>
        Of(attributes.Shape, attributes.Hue, attributes.Light, attributes.Material);

    /// <exception cref="ArgumentOutOfRangeException">A word is not of the vocabulary.</exception>
    public static Look Of(ElementShape shape, string hue, string light, string material)
    {
        var main = Find(Hues, hue, nameof(hue));
        var (key, rim, sky) = Find(Lights, light, nameof(light));
        var metal = Elements.IsMetal(hue) ? 1f : 0f;
        var (rough, trimRough) = material switch
        {
            "glossy" => (.10f, .16f),
            "matte" => (.62f, .42f),
            _ => throw new ArgumentOutOfRangeException(nameof(material), material, $"Expected one of {string.Join(", ", Elements.Materials)}."),
        };
        return new Look(key, rim, sky, .92f,
        [
            new(main, metal, rough),
            Second(shape.Class.Id, hue, new Material(main, metal, rough)),
            new(Trim(shape.Class.Id, hue), IsRedRibbon(shape.Class.Id, hue) ? 0 : 1, trimRough),
            new(new(.045f, .035f, .05f), 0, .15f),
            new(new(.98f, .98f, .98f), 0, .3f),
            new(Accent(shape.Class.Id, hue), 0, .25f),
            shape.Variant == "with banknotes" ? new(new(.42f, .80f, .52f), 0, .3f) : new(new(.35f, .70f, 1), 0, .05f),
        ]);
    }

    private static Material Second(string kind, string hue, Material main) => kind switch
    {
        "shield" => main with { Colour = Lighter(main.Colour, .10f) },
        "bank-card" => main with { Colour = Lighter(main.Colour, .16f) },
        "trophy" => new Material(TrophyBases[hue], 0, .12f),
        _ => main with { Colour = main.Colour * (main.Metal > 0 ? .82f : .80f) },
    };

    private static Rgb Trim(string kind, string hue) =>
        IsRedRibbon(kind, hue) ? Hues["red"] : Hues[kind == "bank-card" && hue == "gold" ? "silver" : "gold"];

    /// <summary>A golden ribbon would vanish on an orange box.</summary>
    private static bool IsRedRibbon(string kind, string hue) => kind == "gift-box" && hue == "orange";

    private static Rgb Accent(string kind, string hue) =>
        kind == "rocket" ? new(1.45f, .74f, .08f) // a flame; nothing here glows by itself
        : hue is "orange" or "yellow" or "gold" ? Hues["red"]
        : new(1, .55f, .10f);

    private static Rgb Lighter(Rgb colour, float by) => new(Math.Min(colour.R + by, 1), Math.Min(colour.G + by, 1), Math.Min(colour.B + by, 1));

    private static T Find<T>(Dictionary<string, T> table, string word, string parameter) =>
        table.TryGetValue(word, out var found)
            ? found
            : throw new ArgumentOutOfRangeException(parameter, word, $"Expected one of {string.Join(", ", table.Keys)}.");
}
