using Creative.Server.Storage;
using Creative.Server.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Tests.Storage;

/// <summary>A database file of its own with the tables in it.</summary>
public sealed class TestDatabase : IDbContextFactory<CreativeDb>, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DbContextOptions<CreativeDb> _options;

    public TestDatabase() => _options = new DbContextOptionsBuilder<CreativeDb>()
        .UseSqlite($"Data Source={Path.Combine(_folder.Path, "test.db")}")
        .AddInterceptors(new DurablePragmas())
        .Options;

    public CreativeDb CreateDbContext() => new(_options);

    public async Task InitializeAsync()
    {
        await using var db = CreateDbContext();
        await Schema.BringUpToDateAsync(db, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
