using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Creative.Core.Brands;

/// <summary>
/// A brand as bytes that depend on nothing but its content: what its version is derived from. Order counts where it
/// means something (styles, glossary) and not where it does not (logos, colours, fonts).
/// </summary>
public static class BrandCanonicalForm
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of <see cref="Write"/>.</summary>
    public static string VersionOf(Brand brand) => Convert.ToHexStringLower(SHA256.HashData(Write(brand)))[..12];

    /// <summary>UTF-8 JSON, without the version.</summary>
    public static byte[] Write(Brand brand)
    {
        ArgumentNullException.ThrowIfNull(brand);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("id", brand.Id);
            json.WriteString("name", brand.Name);
            json.WriteString("market", brand.Market);
            json.WriteString("locale", brand.Locale);
            WriteAll(json, "logos", brand.Logos.OrderBy(logo => logo.Variant, StringComparer.Ordinal), logo =>
            {
                json.WriteString("variant", logo.Variant);
                json.WriteString("svg", logo.Svg.Markup);
                json.WriteNumber("clearSpace", logo.ClearSpace);
                json.WriteNumber("minHeight", logo.MinHeight);
            });
            WriteAll(json, "colours", brand.Colours.OrderBy(colour => colour.Key, StringComparer.Ordinal), colour =>
            {
                json.WriteString("role", colour.Key);
                json.WriteString("hex", colour.Value.Value.Hex);
                json.WriteNumber("tolerance", colour.Value.Tolerance);
            });
            WriteAll(json, "fonts", brand.Fonts.OrderBy(font => font.Key, StringComparer.Ordinal), font =>
            {
                json.WriteString("role", font.Key);
                json.WriteString("family", font.Value.Family);
                json.WriteNumber("weight", font.Value.Weight);
            });
            json.WriteString("tone", brand.Tone);
            WriteAll(json, "glossary", brand.Glossary, entry =>
            {
                json.WriteString("term", entry.Term);
                json.WriteString("meaning", entry.Meaning);
                json.WriteString("element", entry.Element);
                json.WriteString("never", entry.Never);
            });
            json.WriteString("complianceProfile", brand.ComplianceProfile);
            WriteAll(json, "styles", brand.Styles, style => json.WriteString("id", style));
            WriteAll(json, "disclaimers", brand.Disclaimers.OrderBy(entry => entry.Key, StringComparer.Ordinal), entry =>
            {
                json.WriteString("productType", entry.Key);
                json.WriteString("text", entry.Value);
            });
            json.WriteNumber("cornerRadius", brand.CornerRadius);

            // What came later is written only where it says something, so that older kits keep their version.
            if (brand.ButtonStyle != ButtonStyles.Styled)
            {
                json.WriteString("buttonStyle", brand.ButtonStyle);
            }

            if (!brand.ForbiddenWords.IsEmpty)
            {
                WriteAll(json, "forbiddenWords", brand.ForbiddenWords.Order(StringComparer.Ordinal), word => json.WriteString("word", word));
            }

            if (brand.Imagery != ImageryStyle.AsTheStyle)
            {
                json.WriteString("material", brand.Imagery.Material);
                json.WriteString("light", brand.Imagery.Light);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
