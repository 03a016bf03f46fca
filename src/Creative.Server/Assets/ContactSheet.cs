using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Server.Errors;
using Creative.Server.Storage;
using Grpc.Core;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Assets;

/// <summary>Many assets on one page, to look at them side by side.</summary>
public sealed class ContactSheet(AssetStore assets, AssetFiles files, IRasterizer rasterizer, IFontCatalog fonts)
{
    private const int DefaultWidth = 2400;
    private const int DefaultRowHeight = 220;
    private const int MostAssets = 400;
    private const int JpegQuality = 85;
    private const double CaptionSize = 15;
    private const double TitleSize = 30;
    private static readonly Colour Ink = new(0x33, 0x33, 0x33);

    /// <returns>A JPEG.</returns>
    /// <exception cref="RpcException">INVALID_ARGUMENT; NOT_FOUND naming every unknown id.</exception>
    public async Task<byte[]> DrawAsync(DrawContactSheetRequest request, CancellationToken cancellation)
    {
        Check(request);
        var found = (await assets.FindAsync(request.AssetIds.Distinct().ToArray(), cancellation)).ToDictionary(row => row.Id, StringComparer.Ordinal);
        var unknown = request.AssetIds.Where(id => !found.ContainsKey(id)).Distinct().ToArray();
        if (unknown.Length > 0)
        {
            throw Refusals.NotFound("asset", unknown);
        }

        var rows = request.AssetIds.Select(id => found[id]).ToImmutableArray();
        return await Task.Run(() => Draw(request, rows, cancellation), cancellation);
    }

    private static void Check(DrawContactSheetRequest request)
    {
        var problems = new List<FieldProblem>();
        Expect(request.AssetIds.Count is >= 1 and <= MostAssets, "asset_ids", $"has {request.AssetIds.Count} entries; 1 to {MostAssets} are allowed");
        Expect(request.Width is 0 or (>= 600 and <= 4096), "width", $"is {request.Width}; 600 to 4096 pixels, or 0 for {DefaultWidth}");
        Expect(request.RowHeight is 0 or (>= 60 and <= 600), "row_height", $"is {request.RowHeight}; 60 to 600 pixels, or 0 for {DefaultRowHeight}");
        Expect(request.Title.Length <= 80 && !request.Title.Any(char.IsControl), "title", "is up to 80 characters, none of them a control character");
        if (problems.Count > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        void Expect(bool holds, string field, string otherwise)
        {
            if (!holds)
            {
                problems.Add(new FieldProblem(field, otherwise));
            }
        }
    }

    private byte[] Draw(DrawContactSheetRequest request, ImmutableArray<AssetRow> rows, CancellationToken cancellation)
    {
        Asset[] pictures = [.. rows.Select(row => Asset.Parser.ParseFrom(row.Record))];
        var layout = SheetLayout.For(
            [.. pictures.Select(asset => new CanvasSize(asset.Width, asset.Height))],
            request.Width == 0 ? DefaultWidth : request.Width,
            request.RowHeight == 0 ? DefaultRowHeight : request.RowHeight,
            titled: request.Title.Length > 0);
        var nodes = new List<SceneNode> { Background(layout.Page) };
        var images = new List<PixelImage>(rows.Length);
        try
        {
            for (var i = 0; i < rows.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var (box, captionWidth) = layout.Cells[i];
                images.Add(Thumbnail(rows[i], box));
                nodes.Add(new ImageNode("asset", images[i], box));
                nodes.Add(Text(CaptionOf(pictures[i]), box.X, box.Bottom + 19, captionWidth, CaptionSize));
            }

            if (request.Title.Length > 0)
            {
                nodes.Add(Text(request.Title, SheetLayout.Margin, SheetLayout.Margin + 32, layout.Page.Width - (2 * SheetLayout.Margin), TitleSize));
            }

            using var page = rasterizer.Draw(layout.Page, nodes, backdrop: null, cancellation);
            return rasterizer.Encode(page, ImageFormat.Jpeg, JpegQuality);
        }
        finally
        {
            images.ForEach(image => image.Dispose());
        }
    }

    private static string CaptionOf(Asset asset)
    {
        var size = $"{asset.Width}×{asset.Height}";
        return asset.Placement == $"{asset.Width}x{asset.Height}" ? size : $"{size}  {asset.Placement}";
    }

    private static PathNode Background(CanvasSize page) => new("background", $"M0 0H{page.Width}V{page.Height}H0Z", Colour.White);

    private PixelImage Thumbnail(AssetRow row, Box box)
    {
        using var stream = files.Open(row);
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        using var picture = rasterizer.Decode(file);
        return rasterizer.Thumbnail(picture, (int)Math.Max(box.Width, box.Height));
    }

    /// <summary>One line, cut off with "…" where it would be wider than <paramref name="width"/>.</summary>
    private TextNode Text(string text, double x, double baseline, double width, double size)
    {
        var face = new FontFace(fonts.Families.FirstOrDefault(family => family == "Noto Sans SC") ?? fonts.Families[0], 400);
        var shown = text;
        while (shown.Length > 1 && fonts.Measure(shown, face).Advance * size > width)
        {
            text = text[..^1];
            shown = text.TrimEnd() + "…";
        }

        var extent = fonts.Measure(shown, face);
        var ink = new Box(x + (extent.InkLeft * size), baseline + (extent.InkTop * size), (extent.InkRight - extent.InkLeft) * size, (extent.InkBottom - extent.InkTop) * size);
        return new TextNode("caption", [new TextRun(shown, face, size, x, baseline, Ink)], ink);
    }
}
