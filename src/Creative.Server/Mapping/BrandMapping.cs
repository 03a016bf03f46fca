using System.Collections.Immutable;
using Creative.Core.Brands;
using Google.Protobuf;
using Brand = Creative.Contract.V1.Brand;
using V1 = Creative.Contract.V1;
using CoreBrand = Creative.Core.Brands.Brand;

namespace Creative.Server.Mapping;

/// <summary>Brands of the contract as the draft that the validator reads, and valid brands as messages.</summary>
internal static class BrandMapping
{
    public static BrandDraft ToDraft(Brand brand) => new()
    {
        Id = brand.Id,
        Name = brand.Name,
        Market = brand.Market,
        Locale = brand.Locale,
        Logos = [.. brand.Logos.Select(logo => new LogoDraft(logo.Variant, logo.Svg.Memory, logo.ClearSpace, logo.MinHeight))],
        Colours = [.. brand.Colours.Select(colour => new ColourDraft(colour.Role, colour.Hex, colour.Tolerance))],
        Fonts = [.. brand.Fonts.Select(font => new FontDraft(font.Role, font.Family, font.Weight))],
        Tone = brand.Tone,
        Glossary = [.. brand.Glossary.Select(entry => new GlossaryDraft(entry.Term, entry.Meaning, entry.Element, entry.Never))],
        ComplianceProfile = brand.ComplianceProfile,
        Styles = [.. brand.Styles],
        Disclaimers = brand.Disclaimers.ToImmutableDictionary(),
        CornerRadius = brand.CornerRadius,
        ButtonStyle = brand.ButtonStyle,
        ForbiddenWords = [.. brand.ForbiddenWords],
        Imagery = brand.Imagery is { } imagery ? new ImageryDraft(imagery.Material, imagery.Light) : null,
    };

    public static Brand ToMessage(CoreBrand brand)
    {
        var message = new Brand
        {
            Id = brand.Id,
            Version = brand.Version,
            Name = brand.Name,
            Market = brand.Market,
            Locale = brand.Locale,
            Logos =
            {
                brand.Logos.Select(logo => new V1.Logo
                {
                    Variant = logo.Variant,
                    Svg = ByteString.CopyFromUtf8(logo.Svg.Markup),
                    ClearSpace = logo.ClearSpace,
                    MinHeight = logo.MinHeight,
                }),
            },
            Colours = { brand.Colours.Select(entry => new V1.BrandColour { Role = entry.Key, Hex = entry.Value.Value.Hex, Tolerance = entry.Value.Tolerance }) },
            Fonts = { brand.Fonts.Select(entry => new V1.BrandFont { Role = entry.Key, Family = entry.Value.Family, Weight = entry.Value.Weight }) },
            Tone = brand.Tone,
            Glossary = { brand.Glossary.Select(ToMessage) },
            ComplianceProfile = brand.ComplianceProfile,
            Styles = { brand.Styles },
            CornerRadius = brand.CornerRadius,
            ButtonStyle = brand.ButtonStyle,
            ForbiddenWords = { brand.ForbiddenWords },
            Imagery = new V1.Imagery { Material = brand.Imagery.Material, Light = brand.Imagery.Light },
        };
        foreach (var (productType, text) in brand.Disclaimers)
        {
            message.Disclaimers[productType] = text;
        }

        return message;
    }

    public static V1.GlossaryEntry ToMessage(GlossaryEntry entry) =>
        new() { Term = entry.Term, Meaning = entry.Meaning, Element = entry.Element, Never = entry.Never };

    public static GlossaryEntry ToEntry(V1.GlossaryEntry entry) => new(entry.Term, entry.Meaning, entry.Element, entry.Never);

    /// <summary>For lists: everything but the logo files.</summary>
    public static Brand WithoutFiles(Brand brand)
    {
        var light = brand.Clone();
        foreach (var logo in light.Logos)
        {
            logo.Svg = ByteString.Empty;
        }

        return light;
    }
}
