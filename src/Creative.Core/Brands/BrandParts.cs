using System.Buffers;
using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Imaging;

namespace Creative.Core.Brands;

/// <summary>Reads the parts of a brand that have roles.</summary>
internal static class BrandParts
{
    private const int MostLogoBytes = 256 * 1024;
    private const double DefaultTolerance = 0.05;
    private static readonly SearchValues<char> RoleCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly string[] LogoVariants = ["full", "mark", "mono_light", "mono_dark"];

    public static ImmutableArray<BrandLogo> Logos(IReadOnlyList<LogoDraft> drafts, List<FieldProblem> problems)
    {
        var logos = ImmutableArray.CreateBuilder<BrandLogo>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var (field, draft) = ($"brand.logos[{i}]", drafts[i]);
            if (!LogoVariants.Contains(draft.Variant))
            {
                problems.Add(new FieldProblem($"{field}.variant", $"is none of {string.Join(", ", LogoVariants)}"));
            }
            else if (logos.Any(logo => logo.Variant == draft.Variant))
            {
                problems.Add(new FieldProblem($"{field}.variant", $"'{draft.Variant}' is there already"));
            }

            InRange(draft.ClearSpace, 0, 2, $"{field}.clear_space", problems);
            InRange(draft.MinHeight, 8, 1000, $"{field}.min_height", problems);
            if (Drawing(draft.Svg, $"{field}.svg", problems) is { } svg)
            {
                logos.Add(new BrandLogo(draft.Variant ?? "", svg, draft.ClearSpace, draft.MinHeight));
            }
        }

        if (!drafts.Any(draft => draft.Variant == "full"))
        {
            problems.Add(new FieldProblem("brand.logos", "needs one with the variant full"));
        }

        return logos.DrainToImmutable();
    }

    public static ImmutableSortedDictionary<string, BrandColour> Colours(IReadOnlyList<ColourDraft> drafts, List<FieldProblem> problems)
    {
        var colours = ImmutableSortedDictionary.CreateBuilder<string, BrandColour>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            var (field, draft) = ($"brand.colours[{i}]", drafts[i]);
            var role = Role(draft.Role, field, colours.ContainsKey, problems);
            if (draft.Tolerance != 0)
            {
                InRange(draft.Tolerance, 0.005, 0.2, $"{field}.tolerance", problems);
            }

            if (Colour.TryParse(draft.Hex) is { } value)
            {
                colours[role] = new BrandColour(value, draft.Tolerance == 0 ? DefaultTolerance : draft.Tolerance);
            }
            else
            {
                problems.Add(new FieldProblem($"{field}.hex", "is not of the form #rrggbb"));
            }
        }

        RequireRoles(["primary", "secondary", "accent"], drafts.Select(draft => draft.Role), "brand.colours", problems);
        return colours.ToImmutable();
    }

    public static ImmutableSortedDictionary<string, FontFace> Fonts(
        IReadOnlyList<FontDraft> drafts, IReadOnlyList<string> families, List<FieldProblem> problems)
    {
        var fonts = ImmutableSortedDictionary.CreateBuilder<string, FontFace>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            var (field, draft) = ($"brand.fonts[{i}]", drafts[i]);
            var role = Role(draft.Role, field, fonts.ContainsKey, problems);
            InRange(draft.Weight, 100, 900, $"{field}.weight", problems);
            if (draft.Family is { } family && families.Contains(family))
            {
                fonts[role] = new FontFace(family, draft.Weight);
            }
            else
            {
                problems.Add(new FieldProblem($"{field}.family", $"is not installed; there are {string.Join(", ", families)}"));
            }
        }

        RequireRoles(["display", "text"], drafts.Select(draft => draft.Role), "brand.fonts", problems);
        return fonts.ToImmutable();
    }

    private static SafeSvg? Drawing(ReadOnlyMemory<byte> file, string field, List<FieldProblem> problems)
    {
        if (file.Length is 0 or > MostLogoBytes)
        {
            problems.Add(new FieldProblem(field, $"has {file.Length} bytes; 1 to {MostLogoBytes} are allowed"));
            return null;
        }

        var reasons = SafeSvgParser.Parse(file.Span, out var svg);
        problems.AddRange(reasons.Select(reason => new FieldProblem(field, reason)));
        return svg;
    }

    private static string Role(string? role, string field, Func<string, bool> taken, List<FieldProblem> problems)
    {
        if (string.IsNullOrEmpty(role) || role.Length > 40 || role.AsSpan().ContainsAnyExcept(RoleCharacters))
        {
            problems.Add(new FieldProblem($"{field}.role", "is required, 1 to 40 characters of [a-z0-9_-]"));
            return "";
        }

        if (taken(role))
        {
            problems.Add(new FieldProblem($"{field}.role", $"'{role}' is there already"));
        }

        return role;
    }

    private static void RequireRoles(string[] needed, IEnumerable<string?> given, string field, List<FieldProblem> problems)
    {
        foreach (var role in needed.Except(given.OfType<string>()))
        {
            problems.Add(new FieldProblem(field, $"needs one with the role {role}"));
        }
    }

    private static void InRange(double value, double min, double max, string field, List<FieldProblem> problems)
    {
        if (!(value >= min && value <= max))
        {
            problems.Add(new FieldProblem(field, $"is {value}; {min} to {max} are allowed"));
        }
    }
}
