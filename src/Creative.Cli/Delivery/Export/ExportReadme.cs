namespace Creative.Cli.Delivery.Export;

/// <summary>What a designer who unpacks an archive has to know, in the archive.</summary>
internal static class ExportReadme
{
    public static string Write(ExportIndex index) =>
        $"""
        {index.Campaign}

        contact-sheet.jpg       everything at a glance
        index.csv, index.json   every file: placement, size, hash, style, what was left out
        PLACEMENT/v1.jpg        the finished files (jpg, png, webp or avif)
        PLACEMENT/v1.jpg.svg    the same picture in layers, to go on working with
        fonts/                  the fonts of its words, each family with its licence

        1. Install the fonts first (all .ttf files in fonts/), then start the design tool. Without them it sets the words
           in another font, and lines run wider.
        2. Open the .svg. Each layer is named after what it is for: Headline, Call to action, Hero. Words are text, pictures
           are embedded, logos are outlines.
        3. Browsers show the .svg without installing anything: it holds the letters in use. New letters need the font.

        Fonts: {string.Join(", ", index.Fonts.Select(font => $"{font.Family} {font.Weight}"))}

        """.ReplaceLineEndings("\r\n");
}
