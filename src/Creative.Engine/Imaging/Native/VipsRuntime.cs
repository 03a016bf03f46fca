using System.Runtime.InteropServices;

namespace Creative.Engine.Imaging.Native;

/// <summary>Loads and sets up libvips, once in a process.</summary>
internal static class VipsRuntime
{
    // What people send is SVG (checked before) and what this service wrote itself; nothing else is ever opened.
    private static readonly string[] Loaders =
        ["VipsForeignLoadSvg", "VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"];

    private static readonly Lazy<bool> Started = new(Load);

    internal static void Start() => _ = Started.Value;

    private static bool Load()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "libvips.so");
        if (!File.Exists(library))
        {
            throw new FileNotFoundException($"{library} is missing: run ./creative build.", library);
        }

        // fontconfig reads getenv, which does not see what .NET sets.
        if (LibVips.setenv("FONTCONFIG_FILE", FontConfiguration.Write(), 1) != 0)
        {
            throw new InvalidOperationException($"setenv FONTCONFIG_FILE failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        if (LibVips.vips_init("creative") != 0)
        {
            throw VipsException.Take("vips_init");
        }

        // One thread an image: work is spread over the cores by drawing several images at once.
        LibVips.vips_concurrency_set(1);
        LibVips.vips_cache_set_max(0);
        LibVips.vips_operation_block_set("VipsForeignLoad", 1);
        foreach (var loader in Loaders)
        {
            LibVips.vips_operation_block_set(loader, 0);
        }

        return true;
    }
}
