using System.Globalization;
using System.Net;
using System.Text;
using Creative.Cli.Delivery;

namespace Creative.Cli.Demo;

/// <summary>out/demo/index.html: every file of the demo, at a size that can be looked at, with its figures.</summary>
internal static class DemoPage
{
    private const string Head = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Creative: demo</title>
        <style>
          body { margin: 2rem; font: 15px/1.5 system-ui, sans-serif; color: #222; background: #f4f4f2 }
          h1, h2 { font-weight: 600 } h2 { margin-top: 3rem }
          .row { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-end }
          figure { margin: 0 } img { display: block; max-height: 320px; max-width: 100%; box-shadow: 0 1px 6px #0003 }
          figcaption { font-size: 12px; color: #666; max-width: 24rem }
        </style>

        """;

    /// <param name="folders">The folder of each campaign relative to the page, in the same order.</param>
    public static string Of(DemoReport report, IReadOnlyList<string> folders)
    {
        var html = new StringBuilder(Head);
        html.Append(CultureInfo.InvariantCulture, $"<h1>{report.Files} files of {report.Campaigns.Count} briefs</h1>\n");
        foreach (var (campaign, folder) in report.Campaigns.Zip(folders))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Text(campaign.Campaign)} · {Text(campaign.Brand)}</h2>\n");
            foreach (var variant in campaign.Files.GroupBy(file => file.Variant).OrderBy(group => group.Key))
            {
                html.Append(CultureInfo.InvariantCulture, $"<h3>Variant {variant.Key}: {Text(variant.First().Style)}</h3>\n<div class=\"row\">\n");
                foreach (var file in variant)
                {
                    AppendFigure(html, file, folder);
                }

                html.Append("</div>\n");
            }

            foreach (var refused in campaign.Refused)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p>Refused: variant {refused.Variant}, {Text(refused.Placement)}: {Text(refused.Reason)}</p>\n");
            }
        }

        return html.ToString();
    }

    private static void AppendFigure(StringBuilder html, SavedFile file, string folder)
    {
        var path = string.Join('/', $"{folder}/{file.File}".Split('/').Select(Uri.EscapeDataString));
        var caption = $"{file.Placement}, {file.Width}×{file.Height}, {file.Bytes / 1024.0:0} KB, {file.ChecksPassed} of {file.Checks} checks";
        html.Append(CultureInfo.InvariantCulture, $"<figure><a href=\"{path}\"><img src=\"{path}\" alt=\"\" loading=\"lazy\"></a><figcaption>{Text(caption)}</figcaption></figure>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
