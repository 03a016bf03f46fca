using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Delivery.Export;

/// <summary>
/// One zip of a campaign: files by placement, layered SVGs with their fonts where wanted, contact sheets, and an index as
/// JSON and CSV. The same assets give the same bytes: entries have a fixed order and the oldest date that a zip can hold.
/// </summary>
/// <param name="told">Hears of each file that is in.</param>
internal sealed class CampaignArchive(AssetService.AssetServiceClient assets, string campaign, Action<string> told)
{
    /// <summary>As many as the server draws on one page.</summary>
    private const int OnOneSheet = 400;

    /// <summary>Of a title, in characters; the server takes no more.</summary>
    private const int LongestTitle = 80;

    private static readonly DateTimeOffset Oldest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="withFonts">True: the fonts of the layered SVGs go in as well.</param>
    /// <returns>What the index says.</returns>
    public async Task<ExportIndex> SaveAsync(ExportPlan plan, bool withFonts, string path, CancellationToken cancellation)
    {
        var fonts = withFonts ? await FontsAsync(plan, cancellation) : [];
        var sheets = plan.Entries.Chunk(OnOneSheet).Select((entries, i) => (Name: i == 0 ? "contact-sheet.jpg" : $"contact-sheet-{i + 1}.jpg", entries)).ToArray();
        var index = new ExportIndex(campaign, [.. sheets.Select(sheet => sheet.Name)], [.. plan.Entries.Select(entry => entry.File)], plan.LeftOut, [.. fonts.Select(ExportedFont.Of)]);
        await AtomicFile.WriteAsync(
            path,
            async stream =>
            {
                using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
                await AddAsync(zip, "index.json", packed: true, to => to.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(index, Json.Indented.ExportIndex), cancellation).AsTask());
                await AddAsync(zip, "index.csv", packed: true, to => to.WriteAsync(ExportCsv.Write(index.Files), cancellation).AsTask());
                if (fonts.Count > 0)
                {
                    await AddAsync(zip, "README.txt", packed: true, to => WriteAsync(ExportReadme.Write(index), to, cancellation));
                }

                foreach (var (name, entries) in sheets)
                {
                    var request = new DrawContactSheetRequest { Title = Title, AssetIds = { entries.Select(entry => entry.Asset.Id) } };
                    await AddAsync(zip, name, packed: false, to => Download.CopyAsync(assets.DrawContactSheet(request, cancellationToken: cancellation), to, cancellation));
                }

                foreach (var (asset, file) in plan.Entries)
                {
                    await AddAsync(zip, asset, file, cancellation);
                    told(file.File);
                }

                foreach (var family in fonts.GroupBy(font => font.Family))
                {
                    await AddAsync(zip, ExportedFont.Of(family.First()).Licence, packed: true, to => WriteAsync(family.First().Licence, to, cancellation));
                    foreach (var font in family)
                    {
                        var (file, request) = (ExportedFont.Of(font).File, new DownloadFontRequest { Family = font.Family, Weight = font.Weight });
                        await AddAsync(zip, file, packed: true, to => Download.CopyAsync(assets.DownloadFont(request, cancellationToken: cancellation), to, cancellation));
                        told(file);
                    }
                }
            },
            cancellation);
        return index;
    }

    private string Title => string.Concat(campaign.Where(character => !char.IsControl(character)).Take(LongestTitle));

    /// <summary>Each once, by family and weight.</summary>
    private async Task<IReadOnlyList<Font>> FontsAsync(ExportPlan plan, CancellationToken cancellation)
    {
        var fonts = new Dictionary<(string Family, int Weight), Font>();
        foreach (var (asset, _) in plan.Entries.Where(entry => entry.File.Source.Length > 0))
        {
            foreach (var font in (await assets.ListAssetFontsAsync(new ListAssetFontsRequest { Id = asset.Id }, cancellationToken: cancellation)).Fonts)
            {
                fonts[(font.Family, font.Weight)] = font;
            }
        }

        return [.. fonts.Values.OrderBy(font => font.Family, StringComparer.Ordinal).ThenBy(font => font.Weight)];
    }

    private async Task AddAsync(ZipArchive zip, Asset asset, ExportedFile file, CancellationToken cancellation)
    {
        await AddAsync(zip, file.File, packed: false, to => Download.CopyAsync(assets, asset, to, cancellation));
        if (file.Source.Length > 0)
        {
            var request = new DownloadAssetSourceRequest { Id = asset.Id };
            await AddAsync(zip, file.Source, packed: true, to => Download.CopyAsync(assets.DownloadAssetSource(request, cancellationToken: cancellation), to, cancellation));
        }
    }

    /// <param name="packed">False for images, which are packed already.</param>
    private static async Task AddAsync(ZipArchive zip, string name, bool packed, Func<Stream, Task> write)
    {
        var entry = zip.CreateEntry(name, packed ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        entry.LastWriteTime = Oldest;
        await using var content = entry.Open();
        await write(content);
    }

    private static Task WriteAsync(string text, Stream to, CancellationToken cancellation) => to.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).AsTask();
}
