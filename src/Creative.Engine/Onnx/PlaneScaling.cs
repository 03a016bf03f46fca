using Creative.Core.Imaging;

namespace Creative.Engine.Onnx;

/// <summary>Resizes one channel.</summary>
internal static class PlaneScaling
{
    /// <summary>
    /// Between the four nearest, with pixels' centres on pixels' centres: torch.nn.functional.interpolate(mode="bilinear",
    /// align_corners=False), with which matting networks are trained.
    /// </summary>
    public static void Bilinear(ReadOnlySpan<float> from, CanvasSize size, Span<float> to, CanvasSize target)
    {
        var columns = Places(size.Width, target.Width);
        var rows = Places(size.Height, target.Height);
        for (var y = 0; y < target.Height; y++)
        {
            var (top, bottom, down) = rows[y];
            var above = from.Slice(top * size.Width, size.Width);
            var below = from.Slice(bottom * size.Width, size.Width);
            for (var x = 0; x < target.Width; x++)
            {
                var (left, right, along) = columns[x];
                var upper = above[left] + (along * (above[right] - above[left]));
                var lower = below[left] + (along * (below[right] - below[left]));
                to[(y * target.Width) + x] = upper + (down * (lower - upper));
            }
        }
    }

    private static (int Before, int After, float Share)[] Places(int length, int target)
    {
        var places = new (int, int, float)[target];
        for (var i = 0; i < target; i++)
        {
            var place = Math.Max(0, ((i + 0.5f) * length / target) - 0.5f);
            var before = Math.Min((int)place, length - 1);
            places[i] = (before, Math.Min(before + 1, length - 1), place - before);
        }

        return places;
    }
}
