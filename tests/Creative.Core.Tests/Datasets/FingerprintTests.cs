using Creative.Core.Datasets.Fingerprints;
using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class FingerprintTests
{
    private const int Bits = 6;

    [Fact]
    public void A_picture_resembles_itself_in_another_size_and_a_little_brighter()
    {
        using var small = Picture(24, 40, seed: 1);
        using var large = Picture(48, 80, seed: 1);
        using var brighter = Picture(24, 40, seed: 1, add: 3);

        var look = PerceptualHash.Of(small);

        Assert.True(look.Resembles(PerceptualHash.Of(large), Bits));
        Assert.True(look.Resembles(PerceptualHash.Of(brighter), Bits));
        Assert.Equal(look, ImageFingerprint.FromBytes(look.ToBytes()) with { Colours = look.Colours });
    }

    [Fact]
    public void Other_forms_and_other_colours_are_another_picture()
    {
        using var picture = Picture(24, 40, seed: 1);
        using var other = Picture(24, 40, seed: 2);
        using var recoloured = Picture(24, 40, seed: 1, swap: true);

        var look = PerceptualHash.Of(picture);

        Assert.False(look.Resembles(PerceptualHash.Of(other), Bits));
        Assert.False(look.Resembles(PerceptualHash.Of(recoloured), 64));
    }

    [Fact]
    public void What_is_transparent_counts_as_grey()
    {
        using var clear = PixelImage.Create(new CanvasSize(24, 40), 4);
        using var grey = PixelImage.Create(new CanvasSize(24, 40), 3);
        grey.Pixels.Fill(128);

        Assert.Equal(PerceptualHash.Of(grey).Colours.ToArray(), PerceptualHash.Of(clear).Colours.ToArray());
    }

    [Fact]
    public void Finds_what_comparing_all_with_all_finds()
    {
        var random = new SeededRandom(7);
        var colours = PerceptualHash.Of(Picture(24, 40, seed: 3)).Colours;
        var looks = new List<ImageFingerprint>();
        for (var i = 0; i < 400; i++)
        {
            // Every second one is an earlier one with up to eight bits turned.
            var forms = i % 2 == 0 || looks.Count == 0 ? random.NextUInt64() : looks[(int)(random.NextUInt64() % (ulong)looks.Count)].Forms;
            for (var turned = i % 9; turned > 0; turned--)
            {
                forms ^= 1UL << (int)(random.NextUInt64() % 64);
            }

            looks.Add(new ImageFingerprint(forms, colours));
        }

        var index = new NearDuplicates(Bits);
        var found = new List<bool>();
        foreach (var (i, look) in looks.Index())
        {
            found.Add(index.Find(look) is not null);
            index.Add($"{i}", look);
        }

        Assert.Equal(looks.Select((look, i) => looks.Take(i).Any(earlier => earlier.Resembles(look, Bits))), found);
        Assert.Contains(true, found);
        Assert.Contains(false, found);
    }

    /// <summary>Fields of an eighth of the width and height in colours of their own.</summary>
    private static PixelImage Picture(int width, int height, ulong seed, byte add = 0, bool swap = false)
    {
        var random = new SeededRandom(seed);
        var colours = Enumerable.Range(0, 64 * 3).Select(_ => (byte)random.Below(250)).ToArray();
        var image = PixelImage.Create(new CanvasSize(width, height), 3);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var field = ((y * 8 / height * 8) + (x * 8 / width)) * 3;
                for (var c = 0; c < 3; c++)
                {
                    image.Row(y)[(x * 3) + c] = (byte)(colours[field + (swap ? 2 - c : c)] + add);
                }
            }
        }

        return image;
    }
}
