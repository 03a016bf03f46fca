using Creative.Cli.Commands;
using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>Shows brands.</summary>
internal static class BrandView
{
    public static void ShowList(CommandCall call, ListBrandsResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        Tables.Write(
            call.Terminal,
            ["id", "version", "name", "market", "locale", "profile", "styles"],
            list.Brands.Select(string[] (brand) =>
                [brand.Id, brand.Version, brand.Name, brand.Market, brand.Locale, brand.ComplianceProfile, string.Join(' ', brand.Styles)]));
    }

    public static void Show(CommandCall call, Brand brand)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(brand));
            return;
        }

        (string Label, string Value)[] lines =
        [
            ("id", $"{brand.Id}, version {brand.Version}"),
            ("name", brand.Name),
            ("market", $"{brand.Market}, {brand.Locale}, compliance {brand.ComplianceProfile}"),
            ("tone", brand.Tone),
            ("styles", brand.Styles.Count == 0 ? "all" : string.Join(", ", brand.Styles)),
            .. brand.Colours.Select(colour => ("colour", $"{colour.Role} {colour.Hex}")),
            .. brand.Fonts.Select(font => ("font", $"{font.Role}: {font.Family} {font.Weight}")),
            .. brand.Logos.Select(logo => ("logo", $"{logo.Variant}, {Tables.Size(logo.Svg.Length)}, at least {logo.MinHeight:0.#} px high, {logo.ClearSpace:0.##} of that free around it")),
            .. brand.Glossary.Select(entry => ("word", $"{entry.Term}: {entry.Meaning}")),
            .. brand.Disclaimers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ("disclaimer", $"{pair.Key}: {pair.Value}")),
        ];
        Tables.Write(call.Terminal, ["", ""], lines.Where(line => line.Value.Length > 0).Select(string[] (line) => [line.Label, line.Value]));
    }
}
