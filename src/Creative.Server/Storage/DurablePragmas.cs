using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Creative.Server.Storage;

/// <summary>Settings of SQLite that belong to a connection: a commit is on the disk when it returns, and a writer waits its turn.</summary>
public sealed class DurablePragmas : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
