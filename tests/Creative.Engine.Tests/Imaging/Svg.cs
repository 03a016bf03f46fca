using System.Diagnostics;
using System.Globalization;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging;
using Creative.Engine.Imaging.Drawing;
using Creative.Engine.Imaging.Fonts;
using Creative.Engine.Imaging.Native;

namespace Creative.Engine.Tests.Imaging;

/// <summary>Whole SVG documents as other programs draw them.</summary>
internal static class Svg
{
    /// <summary>What the server embeds.</summary>
    internal static EmbeddedFiles Files(Rasterizer rasterizer) => new(
        image => rasterizer.Encode(image, ImageFormat.Png, 100),
        (size, nodes) => rasterizer.Draw(size, nodes, null, CancellationToken.None),
        FontLibrary.Subset);

    /// <summary>As librsvg draws it, on black. RGB; the caller disposes it.</summary>
    internal static unsafe PixelImage ByLibrsvg(byte[] document, CanvasSize size)
    {
        fixed (byte* bytes = document)
        {
            using var load = new VipsOperation("svgload_buffer").Set("buffer", bytes, document.Length);
            using var image = load.Image();
            using var straight = Pixels.Rent(size, 4);
            image.WriteTo(straight.Pixels);
            return Opaque(straight, size);
        }
    }

    /// <summary>As Chromium draws it on a machine with one font, which no picture uses: without any it draws no text. RGB; the caller disposes it.</summary>
    internal static PixelImage ByChromium(string chromium, byte[] document, CanvasSize size)
    {
        using var folder = new TemporaryFolder();
        var (file, picture) = (Path.Combine(folder.Path, "picture.svg"), Path.Combine(folder.Path, "picture.png"));
        File.WriteAllBytes(file, document);

        // A window has a least size of its own: the picture is its top left corner.
        var (width, height) = (Math.Max(800, size.Width), Math.Max(800, size.Height));
        var start = new ProcessStartInfo(chromium,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb", "--force-device-scale-factor=1",
            $"--user-data-dir={Path.Combine(folder.Path, "profile")}", string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"),
            $"--screenshot={picture}", new Uri(file).AbsoluteUri,
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var fonts = Path.Combine(folder.Path, "fonts.conf");
        Directory.CreateDirectory(Path.Combine(folder.Path, "fonts"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "fonts", "other.ttf"), FontLibrary.Find(new FontFace("ZCOOL KuaiLe", 400))!);
        File.WriteAllText(fonts, $"<fontconfig><dir>{folder.Path}/fonts</dir><cachedir>{folder.Path}</cachedir></fontconfig>");
        start.Environment["FONTCONFIG_FILE"] = fonts;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!File.Exists(picture))
        {
            throw new InvalidOperationException($"Chromium drew nothing: {said.Result}");
        }

        using var window = new Rasterizer().Decode(File.ReadAllBytes(picture));
        return Opaque(window, size);
    }

    private static PixelImage Opaque(PixelImage image, CanvasSize size)
    {
        var rgb = PixelImage.Create(size, 3);
        for (var y = 0; y < size.Height; y++)
        {
            var from = image.Row(y);
            var to = rgb.Row(y);
            for (var x = 0; x < size.Width; x++)
            {
                from.Slice(x * image.Channels, 3).CopyTo(to[(x * 3)..]);
            }
        }

        return rgb;
    }
}
