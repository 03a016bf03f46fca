using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>Shows brands.</summary>
internal static class BrandView
{
    public static void ShowList(Terminal terminal, ListBrandsResponse list)
    {
        Tables.Write(
            terminal,
            ["id", "version", "name", "market", "locale", "profile", "styles"],
            list.Brands.Select(string[] (brand) =>
                [brand.Id, brand.Version, brand.Name, brand.Market, brand.Locale, brand.ComplianceProfile, string.Join(' ', brand.Styles)]));
    }

    public static void ShowVersions(Terminal terminal, ListBrandVersionsResponse list)
    {
        Tables.Write(
            terminal,
            ["version", "state"],
            list.Versions.Select(string[] (version) => [version.Version, version.Current ? "in use" : version.Draft ? "draft" : "published before"]));
    }

    public static void Show(Terminal terminal, Brand brand)
    {
        (string Label, string Value)[] lines =
        [
            ("id", $"{brand.Id}, version {brand.Version}{(brand.Draft ? ", a draft" : "")}"),
            ("name", brand.Name),
            ("market", $"{brand.Market}, {brand.Locale}, compliance {brand.ComplianceProfile}"),
            ("tone", brand.Tone),
            ("styles", brand.Styles.Count == 0 ? "all" : string.Join(", ", brand.Styles)),
            .. brand.Colours.Select(colour => ("colour", $"{colour.Role} {colour.Hex}")),
            .. brand.Fonts.Select(font => ("font", $"{font.Role}: {font.Family} {font.Weight}")),
            .. brand.Logos.Select(logo => ("logo", $"{logo.Variant}, {Tables.Size(logo.Svg.Length)}, at least {logo.MinHeight:0.#} px high, {logo.ClearSpace:0.##} of that free around it")),
            ("buttons", brand.ButtonStyle),
            ("imagery", string.Join(", ", new[] { brand.Imagery?.Material ?? "", brand.Imagery?.Light ?? "" }.Where(word => word.Length > 0))),
            ("never says", string.Join(", ", brand.ForbiddenWords)),
            .. brand.Glossary.Select(entry => ("word", $"{entry.Term}: {entry.Meaning}")),
            .. brand.Disclaimers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => ("disclaimer", $"{pair.Key}: {pair.Value}")),
        ];
        Tables.Write(terminal, ["", ""], lines.Where(line => line.Value.Length > 0).Select(string[] (line) => [line.Label, line.Value]));
    }

    /// <summary>One line: which version stands how.</summary>
    public static void ShowStanding(Terminal terminal, Brand brand, string how) => terminal.Out.WriteLine($"{brand.Id} {brand.Version} {how}");
}
