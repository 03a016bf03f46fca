using System.Runtime.CompilerServices;
using Creative.Core.Imaging;
using Creative.Engine.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Imaging;

/// <summary>
/// Compares a picture with the one under tests/goldens, as eyes do. CREATIVE_RENEW_GOLDENS=1 writes new ones instead,
/// on purpose; a failure leaves what was drawn, and where it differs, in out/goldens.
/// </summary>
internal static class Golden
{
    /// <summary>Mean distance in OKLab; 0.02 is just noticeable side by side.</summary>
    private const double MeanAllowed = 0.002;

    /// <summary>Share of pixels that may be plainly different: single edge pixels, after an update of a library.</summary>
    private const double ShareAllowed = 0.003;

    private const double PlainlyDifferent = 0.06;

    private static readonly Rasterizer Files = new();

    internal static void Check(PixelImage actual, [CallerMemberName] string name = "", [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetFileNameWithoutExtension(testFile);
        var golden = Path.Combine(Root(), "tests", "goldens", folder, $"{name}.png");
        if (Environment.GetEnvironmentVariable("CREATIVE_RENEW_GOLDENS") == "1")
        {
            Write(actual, golden);
            return;
        }

        Assert.True(File.Exists(golden), $"There is no {golden}; make it with CREATIVE_RENEW_GOLDENS=1 and look at it.");
        using var expected = Files.Decode(File.ReadAllBytes(golden));
        Assert.Equal(expected.Size, actual.Size);
        using var difference = PixelImage.Create(actual.Size, 3);
        var (mean, share) = Compare(expected, actual, difference);
        if (mean > MeanAllowed || share > ShareAllowed)
        {
            var failed = Path.Combine(Root(), "out", "goldens", folder, name);
            Write(actual, $"{failed}.actual.png");
            Write(difference, $"{failed}.diff.png");
            Assert.Fail($"{name} differs: {mean:0.0000} on average ({MeanAllowed} allowed), {share:P2} of the pixels plainly. See {failed}.*.png");
        }
    }

    /// <returns>Mean distance in OKLab, and the share of pixels that are plainly different.</returns>
    internal static (double Mean, double Share) Compare(PixelImage expected, PixelImage actual, PixelImage? difference = null)
    {
        double sum = 0;
        var different = 0;
        for (var i = 0; i < actual.ByteLength; i += 3)
        {
            var distance = Distance(Oklab(expected.Pixels.Slice(i, 3)), Oklab(actual.Pixels.Slice(i, 3)));
            sum += distance;
            different += distance > PlainlyDifferent ? 1 : 0;
            difference?.Pixels.Slice(i, 3).Fill((byte)Math.Min(255, distance * 1000));
        }

        return (sum / actual.Size.Pixels, (double)different / actual.Size.Pixels);
    }

    /// <summary>The square in which two pictures differ most.</summary>
    /// <param name="side">Of the square, in pixels.</param>
    /// <returns>Mean distance in OKLab there, and its top left corner.</returns>
    internal static (double Distance, int X, int Y) WorstPlace(PixelImage expected, PixelImage actual, int side)
    {
        var worst = (Distance: 0d, X: 0, Y: 0);
        for (var y = 0; y + side <= actual.Size.Height; y += side / 2)
        {
            for (var x = 0; x + side <= actual.Size.Width; x += side / 2)
            {
                double sum = 0;
                for (var i = 0; i < side * side; i++)
                {
                    var (row, at) = (y + (i / side), (x + (i % side)) * 3);
                    sum += Distance(Oklab(expected.Row(row).Slice(at, 3)), Oklab(actual.Row(row).Slice(at, 3)));
                }

                worst = sum / (side * side) > worst.Distance ? (sum / (side * side), x, y) : worst;
            }
        }

        return worst;
    }

    /// <summary>Leaves two pictures that should be alike, to look at.</summary>
    internal static void Leave(string folder, string name, PixelImage ours, PixelImage theirs)
    {
        Write(ours, Path.Combine(Root(), "out", "goldens", folder, $"{name}.ours.png"));
        Write(theirs, Path.Combine(Root(), "out", "goldens", folder, $"{name}.theirs.png"));
    }

    private static double Distance((double L, double A, double B) x, (double L, double A, double B) y) =>
        Math.Sqrt(((x.L - y.L) * (x.L - y.L)) + ((x.A - y.A) * (x.A - y.A)) + ((x.B - y.B) * (x.B - y.B)));

    /// <summary>Björn Ottosson, "A perceptual color space for image processing", 2020.</summary>
    private static (double L, double A, double B) Oklab(ReadOnlySpan<byte> rgb)
    {
        var (r, g, b) = (Linear(rgb[0]), Linear(rgb[1]), Linear(rgb[2]));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return (
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    private static double Linear(byte value) =>
        value <= 10 ? value / 255d / 12.92 : Math.Pow(((value / 255d) + 0.055) / 1.055, 2.4);

    private static void Write(PixelImage image, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Files.Encode(image, ImageFormat.Png, 100));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Creative.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
