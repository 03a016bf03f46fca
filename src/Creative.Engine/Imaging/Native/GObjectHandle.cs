using System.Runtime.InteropServices;

namespace Creative.Engine.Imaging.Native;

/// <summary>Holds one reference to a GObject, and gives it back.</summary>
internal class GObjectHandle : SafeHandle
{
    internal GObjectHandle(nint reference)
        : base(0, ownsHandle: true) => SetHandle(reference);

    public override bool IsInvalid => handle == 0;

    internal nint Pointer => handle;

    protected override bool ReleaseHandle()
    {
        LibVips.g_object_unref(handle);
        return true;
    }
}
