using System.Runtime.InteropServices;

namespace Creative.Engine.Imaging.Native;

/// <summary>libvips refused. The message is its own, which names the operation.</summary>
public sealed class VipsException(string message) : Exception(message)
{
    /// <summary>Takes what libvips has noted since the last error, in this process.</summary>
    internal static VipsException Take(string operation)
    {
        var text = LibVips.vips_error_buffer_copy();
        try
        {
            var message = Marshal.PtrToStringUTF8(text)?.Trim();
            return new VipsException(string.IsNullOrEmpty(message) ? $"{operation}: failed without a reason" : $"{operation}: {message}");
        }
        finally
        {
            LibVips.g_free(text);
        }
    }
}
