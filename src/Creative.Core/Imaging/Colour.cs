using System.Globalization;

namespace Creative.Core.Imaging;

/// <summary>An sRGB colour, straight (not premultiplied); alpha from 0 (clear) to 1 (solid).</summary>
public readonly record struct Colour(byte R, byte G, byte B, double Alpha = 1)
{
    public static readonly Colour White = new(255, 255, 255);

    public static readonly Colour Black = new(0, 0, 0);

    /// <summary>"#rrggbb", without alpha.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}");

    /// <summary>Reads "#rrggbb"; null when it is anything else.</summary>
    public static Colour? TryParse(string? hex) =>
        hex is { Length: 7 } && hex[0] == '#'
        && uint.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    /// <summary>Reads "#rrggbb".</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static Colour Parse(string hex) =>
        TryParse(hex) ?? throw new FormatException($"'{hex}' is not a colour of the form #rrggbb.");
}
