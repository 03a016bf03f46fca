using Creative.Core.Scenes;
using Creative.Engine.Imaging.Drawing;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Drawing;

public sealed class BlendingTests
{
    [Theory]
    [InlineData(Blend.Over)]
    [InlineData(Blend.Multiply)]
    [InlineData(Blend.Screen)]
    [InlineData(Blend.Overlay)]
    [InlineData(Blend.SoftLight)]
    [InlineData(Blend.Add)]
    public void Follows_the_formula_of_the_specification_for_rows_of_any_length(Blend blend)
    {
        var random = new Random(7);
        for (var pixels = 1; pixels <= 23; pixels++)
        {
            var canvas = Enumerable.Range(0, pixels * 4).Select(i => (byte)(i % 4 == 3 ? 255 : random.Next(256))).ToArray();
            var source = new byte[pixels * 4];
            for (var i = 0; i < source.Length; i += 4)
            {
                source[i + 3] = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) });
                for (var channel = i; channel < i + 3; channel++)
                {
                    source[channel] = (byte)random.Next(source[i + 3] + 1);
                }
            }

            var mixed = canvas.ToArray();
            Blending.Row(blend, mixed, source);
            for (var i = 0; i < mixed.Length; i++)
            {
                var expected = i % 4 == 3 ? 255 : 255 * Expected(blend, canvas[i] / 255d, source[i] / 255d, source[i | 3] / 255d);

                // Dividing alpha out of bytes loses precision where there is little of it.
                Assert.InRange(mixed[i], expected - 1.6, expected + 1.6);
            }
        }
    }

    [Fact]
    public void Mixes_a_source_that_is_not_premultiplied()
    {
        byte[] canvas = [10, 20, 30, 255, 200, 100, 0, 255];
        Blending.StraightRow(canvas, [110, 120, 130, 51, 9, 9, 9, 0]);
        Assert.Equal([30, 40, 50, 255, 200, 100, 0, 255], canvas);
    }

    [Fact]
    public void Fades_and_layers_premultiplied_pixels_without_passing_white()
    {
        uint[] layer = [0xFFFFFFFF, 0x80808080, 0x00000000, 0xFFFFFFFF];
        AlphaMath.Over(layer, [0x80808080, 0xFF102030, 0x40404040, 0x01010101]);
        Assert.Equal([0xFFFFFFFF, 0xFF102030, 0x40404040, 0xFFFFFFFF], layer);
        Assert.Equal(0x80402010u, AlphaMath.Fade(0xFF804020u, 128));
    }

    private static double Expected(Blend blend, double under, double premultiplied, double alpha)
    {
        var over = alpha == 0 ? 0 : premultiplied / alpha;
        if (blend == Blend.Add)
        {
            return Math.Min(1, under + premultiplied);
        }

        var mixed = blend switch
        {
            Blend.Multiply => under * over,
            Blend.Screen => under + over - (under * over),
            Blend.Overlay => under <= 0.5 ? 2 * under * over : 1 - (2 * (1 - under) * (1 - over)),
            Blend.SoftLight when over <= 0.5 => under - ((1 - (2 * over)) * under * (1 - under)),
            Blend.SoftLight => under + (((2 * over) - 1) * ((under <= 0.25 ? ((((16 * under) - 12) * under) + 4) * under : Math.Sqrt(under)) - under)),
            _ => over,
        };
        return (alpha * mixed) + ((1 - alpha) * under);
    }
}
