using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Imaging;

namespace Creative.Core.Brands;

/// <summary>Checks of all that a kit says in words, once its parts are read.</summary>
internal static class BrandWords
{
    public static IEnumerable<FieldProblem> Problems(Brand brand, IFontCatalog fonts) =>
        PersonalData.Problems(Texts(brand)).Concat(Circles(brand)).Concat(Forbidden(brand)).Concat(Undrawable(brand, fonts));

    private static IEnumerable<(string Field, string Text)> Texts(Brand brand) =>
    [
        ("brand.name", brand.Name),
        ("brand.tone", brand.Tone),
        .. brand.Disclaimers.Select(entry => ($"brand.disclaimers[{entry.Key}]", entry.Value)),
        .. brand.Glossary.SelectMany((entry, i) => new[]
        {
            ($"brand.glossary[{i}].term", entry.Term), ($"brand.glossary[{i}].meaning", entry.Meaning), ($"brand.glossary[{i}].never", entry.Never),
        }),
        .. brand.ForbiddenWords.Select((word, i) => ($"brand.forbidden_words[{i}]", word)),
    ];

    private static IEnumerable<FieldProblem> Circles(Brand brand) =>
        GlossaryCycles.Find(brand.Glossary).Select(circle => new FieldProblem(
            $"brand.glossary[{circle[0]}].meaning",
            $"is explained in a circle: {string.Join(" → ", circle.Select(i => brand.Glossary[i].Term))}; say what it is in other words"));

    /// <summary>A kit that breaks its own rule would have every brief refused that uses its disclaimer.</summary>
    private static IEnumerable<FieldProblem> Forbidden(Brand brand) =>
        from entry in brand.Disclaimers
        from word in ForbiddenWords.In(entry.Value, brand.ForbiddenWords, CopyRules.Default.Data)
        select new FieldProblem($"brand.disclaimers[{entry.Key}]", $"has '{word}', which the kit's own forbidden_words rule out");

    private static IEnumerable<FieldProblem> Undrawable(Brand brand, IFontCatalog fonts) =>
        from entry in brand.Disclaimers
        from refusal in DrawableText.Refusals(entry.Value, brand, fonts)
        select new FieldProblem($"brand.disclaimers[{entry.Key}]", refusal);
}
