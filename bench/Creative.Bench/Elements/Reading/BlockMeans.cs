using Creative.Core.Imaging;

namespace Creative.Bench.Elements.Reading;

/// <summary>A picture made smaller by a whole factor.</summary>
internal static class BlockMeans
{
    /// <summary>Channel after channel, −1 to 1: the means of the blocks of pixels that become one.</summary>
    public static float[] Planes(PixelImage picture, int side)
    {
        var step = picture.Size.Width / side;
        var planes = new float[picture.Channels * side * side];
        for (var y = 0; y < picture.Size.Height; y++)
        {
            var row = picture.Row(y);
            for (var i = 0; i < row.Length; i++)
            {
                planes[((((i % picture.Channels) * side) + (y / step)) * side) + (i / picture.Channels / step)] += row[i];
            }
        }

        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = (planes[i] / (127.5f * step * step)) - 1;
        }

        return planes;
    }
}
