using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Creative.Engine.Files;

/// <summary>Makes new names in a directory survive a power cut: fsync(2) on the directory, which .NET has no call for.</summary>
public static partial class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The directory cannot be opened or flushed.</exception>
    public static void Flush(string directory)
    {
        var descriptor = Open(directory, ReadOnly);
        if (descriptor < 0)
        {
            throw Failure();
        }

        try
        {
            if (Fsync(descriptor) != 0)
            {
                throw Failure();
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure()
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"A directory cannot be flushed: {new Win32Exception(error).Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
