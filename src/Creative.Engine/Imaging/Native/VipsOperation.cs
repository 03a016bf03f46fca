using System.Globalization;

namespace Creative.Engine.Imaging.Native;

/// <summary>One call of a libvips operation, its arguments set by name. Runs once.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private readonly string _name;
    private nint _operation;

    internal VipsOperation(string name)
    {
        VipsRuntime.Start();
        _name = name;
        _operation = LibVips.vips_operation_new(name);
        if (_operation == 0)
        {
            throw VipsException.Take(name);
        }
    }

    internal VipsOperation Set(string argument, VipsImage image)
    {
        var value = default(GValue);
        LibVips.g_value_init(ref value, LibVips.vips_image_get_type());
        LibVips.g_value_set_object(ref value, image.Pointer);
        LibVips.g_object_set_property(_operation, argument, value);
        LibVips.g_value_unset(ref value);
        return this;
    }

    /// <summary>Bytes that stay pinned until the result has been read: they are not copied.</summary>
    internal VipsOperation Set(string argument, byte* bytes, int length)
    {
        var blob = LibVips.vips_blob_new(0, bytes, (nuint)length);
        var value = default(GValue);
        LibVips.g_value_init(ref value, LibVips.vips_blob_get_type());
        LibVips.g_value_set_boxed(ref value, blob);
        LibVips.g_object_set_property(_operation, argument, value);
        LibVips.g_value_unset(ref value);
        LibVips.vips_area_unref(blob);
        return this;
    }

    internal VipsOperation Set(string argument, string value)
    {
        if (LibVips.vips_object_set_argument_from_string(_operation, argument, value) != 0)
        {
            throw VipsException.Take(_name);
        }

        return this;
    }

    internal VipsOperation Set(string argument, int value) => Set(argument, value.ToString(CultureInfo.InvariantCulture));

    internal VipsOperation Set(string argument, double value) => Set(argument, value.ToString("R", CultureInfo.InvariantCulture));

    internal VipsOperation Set(string argument, bool value) => Set(argument, value ? "true" : "false");

    internal VipsImage Image(string output = "out")
    {
        Build();
        var value = Output(output, LibVips.vips_image_get_type());
        var image = new VipsImage(LibVips.g_value_dup_object(value));
        LibVips.g_value_unset(ref value);
        return image;
    }

    internal byte[] Bytes(string output = "buffer")
    {
        Build();
        var value = Output(output, LibVips.vips_blob_get_type());
        var data = LibVips.vips_blob_get(LibVips.g_value_get_boxed(value), out var length);
        var bytes = new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        LibVips.g_value_unset(ref value);
        return bytes;
    }

    public void Dispose()
    {
        if (_operation != 0)
        {
            LibVips.vips_object_unref_outputs(_operation);
            LibVips.g_object_unref(_operation);
            _operation = 0;
        }
    }

    private void Build()
    {
        if (LibVips.vips_object_build(_operation) != 0)
        {
            throw VipsException.Take(_name);
        }
    }

    private GValue Output(string name, nuint type)
    {
        var value = default(GValue);
        LibVips.g_value_init(ref value, type);
        LibVips.g_object_get_property(_operation, name, ref value);
        return value;
    }
}
