using System.Runtime.InteropServices;

namespace Creative.Engine.Imaging.Native;

/// <summary>
/// The functions of libvips and GObject that are used. Operations are built by name and property, never through the
/// variadic C functions: .NET cannot pass doubles to those.
/// </summary>
internal static unsafe partial class LibVips
{
    internal const string Library = "vips";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int vips_init(string argv0);

    [LibraryImport(Library)]
    internal static partial void vips_concurrency_set(int threads);

    [LibraryImport(Library)]
    internal static partial void vips_cache_set_max(int operations);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void vips_operation_block_set(string name, int state);

    [LibraryImport(Library)]
    internal static partial nint vips_error_buffer_copy();

    [LibraryImport(Library)]
    internal static partial void g_free(nint memory);

    [LibraryImport(Library)]
    internal static partial void g_object_unref(nint instance);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint vips_operation_new(string name);

    [LibraryImport(Library)]
    internal static partial int vips_object_build(nint instance);

    [LibraryImport(Library)]
    internal static partial void vips_object_unref_outputs(nint instance);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int vips_object_set_argument_from_string(nint instance, string name, string value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_object_set_property(nint instance, string name, in GValue value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void g_object_get_property(nint instance, string name, ref GValue value);

    [LibraryImport(Library)]
    internal static partial void g_value_init(ref GValue value, nuint type);

    [LibraryImport(Library)]
    internal static partial void g_value_unset(ref GValue value);

    [LibraryImport(Library)]
    internal static partial void g_value_set_object(ref GValue value, nint instance);

    [LibraryImport(Library)]
    internal static partial nint g_value_dup_object(in GValue value);

    [LibraryImport(Library)]
    internal static partial void g_value_set_boxed(ref GValue value, nint boxed);

    [LibraryImport(Library)]
    internal static partial nint g_value_get_boxed(in GValue value);

    [LibraryImport(Library)]
    internal static partial nuint vips_image_get_type();

    [LibraryImport(Library)]
    internal static partial nuint vips_blob_get_type();

    [LibraryImport(Library)]
    internal static partial nint vips_blob_new(nint free, byte* data, nuint length);

    [LibraryImport(Library)]
    internal static partial byte* vips_blob_get(nint blob, out nuint length);

    [LibraryImport(Library)]
    internal static partial void vips_area_unref(nint area);

    [LibraryImport(Library)]
    internal static partial nint vips_image_new_from_memory(byte* data, nuint length, int width, int height, int bands, int format);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_width(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_height(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_bands(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_image_get_format(nint image);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void vips_image_set_blob_copy(nint image, string name, byte* data, nuint length);

    [LibraryImport(Library)]
    internal static partial nint vips_region_new(nint image);

    [LibraryImport(Library)]
    internal static partial int vips_region_image(nint region, in VipsRect area);

    [LibraryImport(Library)]
    internal static partial int vips_region_prepare_to(nint region, nint destination, in VipsRect area, int x, int y);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    internal static partial int setenv(string name, string value, int overwrite);
}

/// <summary>GObject's tagged value: a type and two words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    internal nuint Type;
    internal ulong Data0;
    internal ulong Data1;
}

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct VipsRect(int Left, int Top, int Width, int Height);
