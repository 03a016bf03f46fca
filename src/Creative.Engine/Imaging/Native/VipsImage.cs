using Creative.Core.Imaging;

namespace Creative.Engine.Imaging.Native;

/// <summary>A reference to a VipsImage: a recipe for pixels that is followed when they are asked for.</summary>
internal sealed unsafe class VipsImage(nint reference) : GObjectHandle(reference)
{
    private const int UnsignedChar = 0;

    internal CanvasSize Size => new(LibVips.vips_image_get_width(handle), LibVips.vips_image_get_height(handle));

    internal int Bands => LibVips.vips_image_get_bands(handle);

    internal bool IsBytes => LibVips.vips_image_get_format(handle) == UnsignedChar;

    /// <summary>Pixels that lie in memory, without a copy: keep them pinned while the image, or one made from it, is read.</summary>
    internal static VipsImage OverMemory(byte* pixels, CanvasSize size, int bands)
    {
        var image = LibVips.vips_image_new_from_memory(pixels, (nuint)(size.Pixels * bands), size.Width, size.Height, bands, UnsignedChar);
        return image == 0 ? throw VipsException.Take("new_from_memory") : new VipsImage(image);
    }

    /// <summary>Computes all pixels, on the calling thread.</summary>
    /// <param name="destination">Width × height × bands bytes.</param>
    internal void WriteTo(Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, Size.Pixels * Bands);
        fixed (byte* bytes = destination)
        {
            using var target = OverMemory(bytes, Size, Bands);
            using var from = new GObjectHandle(LibVips.vips_region_new(handle));
            using var to = new GObjectHandle(LibVips.vips_region_new(target.Pointer));
            var area = new VipsRect(0, 0, Size.Width, Size.Height);
            if (LibVips.vips_region_image(to.Pointer, area) != 0
                || LibVips.vips_region_prepare_to(from.Pointer, to.Pointer, area, 0, 0) != 0)
            {
                throw VipsException.Take("pixels");
            }
        }
    }

    internal void SetXmp(ReadOnlySpan<byte> packet)
    {
        fixed (byte* bytes = packet)
        {
            LibVips.vips_image_set_blob_copy(handle, "xmp-data", bytes, (nuint)packet.Length);
        }
    }
}
