using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Tests.Storage;

public sealed class SchemaTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Makes_every_table_column_and_index_of_the_model()
    {
        await using var db = database.CreateDbContext();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            var columns = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info({table})").ToListAsync();
            Assert.Equal(entity.GetProperties().Select(property => property.GetColumnName()).Order(), columns.Order());
            var indexes = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_index_list({table}) WHERE origin = 'c'").ToListAsync();
            Assert.Equal(entity.GetIndexes().Select(index => index.GetDatabaseName()!).Order(), indexes.Order());
            var unique = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_index_list({table}) WHERE origin = 'c' AND \"unique\" = 1").ToListAsync();
            Assert.Equal(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.GetDatabaseName()!).Order(), unique.Order());
        }
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await using var db = database.CreateDbContext();
        await Schema.BringUpToDateAsync(db, CancellationToken.None);
        Assert.Equal(["0001 first tables", "0002 labelling", "0003 models", "0004 brand publications", "0005 scorer of a render", "0006 datasets", "0007 models of a render", "0008 files of exports"], await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM schema_steps").ToListAsync());
    }

    [Fact]
    public async Task Is_durable_and_lets_readers_read_while_it_writes()
    {
        await using var db = database.CreateDbContext();
        Assert.Equal("wal", (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").ToListAsync()).Single());
        Assert.Equal(2, (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").ToListAsync()).Single());
    }
}
