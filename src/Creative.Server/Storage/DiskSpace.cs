using Microsoft.Data.Sqlite;

namespace Creative.Server.Storage;

/// <summary>Tells "there is no room" from other failures of writing, whoever reports it.</summary>
public static class DiskSpace
{
    // errno of Linux: file too large (a limit on this process), no space left, quota exceeded.
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;

    // Result codes of SQLite: the database, or a temporary file, cannot grow; a write was refused.
    private const int SqliteFull = 13;
    private const int SqliteWriteRefused = 10 | (3 << 8);

    public static bool IsExhausted(Exception? error) => error switch
    {
        null => false,
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull || sqlite.SqliteExtendedErrorCode == SqliteWriteRefused,
        Creative.Core.Storage.StorageFullException => true,
        IOException io when io.HResult is NoSpace or QuotaExceeded or FileTooLarge => true,
        // What .NET makes of EFBIG.
        ArgumentOutOfRangeException { ParamName: "value" } => true,
        _ => IsExhausted(error.InnerException),
    };
}
