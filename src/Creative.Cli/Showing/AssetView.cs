using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>Shows assets.</summary>
internal static class AssetView
{
    public static void ShowList(Terminal terminal, ListAssetsResponse found)
    {
        Tables.Write(
            terminal,
            ["asset", "made", "brand", "campaign", "variant#", "placement", "size", "format", "bytes#"],
            found.Assets.Select(string[] (asset) =>
            [
                asset.Id,
                asset.CreateTime is { } time ? $"{time.ToDateTime():yyyy-MM-dd HH:mm}" : "",
                asset.Brand,
                asset.Campaign,
                $"{asset.Variant + 1}",
                asset.Placement,
                $"{asset.Width}x{asset.Height}",
                asset.Format.ToString().ToLowerInvariant(),
                Tables.Size(asset.ByteSize),
            ]));
        var more = found.NextPageToken.Length > 0 ? "; there are more, see --limit" : "";
        terminal.Out.WriteLine($"{found.Assets.Count} assets{more}");
    }

    /// <param name="path">Where its file was written.</param>
    public static void Show(Terminal terminal, Asset asset, string path)
    {
        Tables.Write(
            terminal,
            ["check", "of", "passed", "measured#", "limit#", "unit", "detail"],
            (asset.Report?.Checks ?? []).Select(string[] (check) =>
            [
                check.Rule,
                check.Subject,
                check.Passed ? "yes" : check.Hard ? "NO" : "no (soft)",
                $"{check.Measured:0.###}",
                $"{check.Limit:0.###}",
                check.Unit,
                check.Detail,
            ]));
        foreach (var reason in asset.Report?.Reasons ?? [])
        {
            terminal.Out.WriteLine($"- {reason}");
        }

        terminal.Out.WriteLine($"{asset.Placement} {asset.Width}x{asset.Height}, {Tables.Size(asset.ByteSize)}: {path}");
    }
}
