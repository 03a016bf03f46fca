namespace Grpc.Core;

[Flags]
public enum WriteFlags
{
    /// <summary>More messages follow soon; the transport may wait before flushing.</summary>
    BufferHint = 0x1,

    /// <summary>Send this message uncompressed.</summary>
    NoCompress = 0x2,
}

public class WriteOptions(WriteFlags flags = default)
{
    public static readonly WriteOptions Default = new();

    public WriteFlags Flags => flags;
}
