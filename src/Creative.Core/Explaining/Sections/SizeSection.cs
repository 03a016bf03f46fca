using Creative.Core.Placements;

namespace Creative.Core.Explaining.Sections;

/// <summary>The canvas, the file and the sizes of what stands on it.</summary>
internal static class SizeSection
{
    public static IEnumerable<string> Say(AssetFacts facts, Explanation reasons, Phrases phrases)
    {
        var (placement, file) = (facts.Placement, facts.File);
        yield return phrases.Say("size.canvas", placement.Id, placement.Size.Width, placement.Size.Height, phrases.Name("family", placement.Family.Name()));
        var format = file.Format.ToString().ToUpperInvariant();
        var quality = file.Quality == 0 ? phrases.Say("size.lossless", format) : phrases.Say("size.quality", format, file.Quality);
        yield return placement.MaxBytes is { } cap ? phrases.Say("size.cap", quality, file.Bytes, cap) : phrases.Say("size.no-cap", quality, file.Bytes);
        foreach (var glyph in facts.Checks.Where(check => check.Rule == "min_glyph" && check.Subject is "headline" or "disclaimer"))
        {
            yield return phrases.Say("size.glyph", phrases.Name("role", glyph.Subject), glyph.Measured, glyph.Limit);
        }

        foreach (var element in facts.Elements.Where(element => element.PaintedWidth > 0 && element.DrawnWidth > element.PaintedWidth))
        {
            var how = element.EnlargedBy.Length > 0 ? phrases.Say("size.enlarged", element.EnlargedBy) : phrases.Say("size.resampled");
            yield return phrases.Say("size.element", phrases.Element(element.ElementClass), element.DrawnWidth, element.PaintedWidth, how);
        }
    }
}
