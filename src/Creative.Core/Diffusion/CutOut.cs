using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Makes a cut-out of a picture without alpha.</summary>
public static class CutOut
{
    /// <summary>RGB to premultiplied RGBA: each pixel times the alpha that the matting finds, rounded.</summary>
    /// <param name="picture">RGB; disposed of.</param>
    public static PixelImage Of(PixelImage picture, IMatting matting, CancellationToken cancellation)
    {
        using (picture)
        {
            var alpha = new float[checked((int)picture.Size.Pixels)];
            matting.FindAlpha(picture, alpha, cancellation);
            var cut = PixelImage.Create(picture.Size, 4);
            var from = picture.Pixels;
            var to = cut.Pixels;
            for (var i = 0; i < alpha.Length; i++)
            {
                var share = Math.Clamp(alpha[i], 0, 1);
                for (var channel = 0; channel < 3; channel++)
                {
                    to[(4 * i) + channel] = (byte)((from[(3 * i) + channel] * share) + 0.5f);
                }

                to[(4 * i) + 3] = (byte)((255 * share) + 0.5f);
            }

            return cut;
        }
    }
}
