using System.Globalization;
using System.Text.Json;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>Numbers with six decimals at most and always a point: "4.0" and not "4", so that a reader never takes one for a whole number.</summary>
internal static class JsonFloats
{
    /// <summary>Digits of the largest double, its sign, the point and the decimals.</summary>
    private const int Longest = 309 + 8;

    public static void WriteFloat(this Utf8JsonWriter json, JsonEncodedText name, double value)
    {
        json.WritePropertyName(name);
        json.WriteFloatValue(value);
    }

    public static void WriteFloat(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteFloatValue(value);
    }

    private static void WriteFloatValue(this Utf8JsonWriter json, double value)
    {
        Span<byte> text = stackalloc byte[Longest];
        value.TryFormat(text, out var length, "0.0#####", CultureInfo.InvariantCulture);
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
