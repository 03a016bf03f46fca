using Creative.Server.Datasets.Storage;
using Creative.Server.Labeling.Storage;
using Creative.Server.Models.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Creative.Server.Storage;

/// <summary>
/// The steps that lead from an empty database to the present tables. They are written as operations of EF Core, so each
/// database product gets its own SQL; each step and the note that it was done are one transaction, so a process killed
/// half-way leaves nothing behind (EF Core's own migrator leaves its lock).
/// </summary>
public static class Schema
{
    /// <summary>Oldest first. A step that has shipped is never changed: add another.</summary>
    private static readonly (string Name, Action<MigrationBuilder> Up)[] Steps =
    [
        ("0001 first tables", FirstTables.Up),
        ("0002 labelling", LabelingTables.Up),
        ("0003 models", ModelTables.Up),
        ("0004 brand publications", BrandPublications.Up),
        ("0005 scorer of a render", RenderScorerColumn.Up),
        ("0006 datasets", DatasetTables.Up),
        ("0007 models of a render", RenderModelsColumn.Up),
        ("0008 files of exports", DatasetTables.AddFiles),
    ];

    public static async Task BringUpToDateAsync(CreativeDb db, CancellationToken cancellation)
    {
        if (db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true)
        {
            // Kept in the file. Readers do not wait for the writer, and a commit is one flush.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellation);
        }

        await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS schema_steps (name varchar(100) PRIMARY KEY)", cancellation);
        foreach (var (name, up) in Steps)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var done = await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM schema_steps").ToListAsync(cancellation);
            if (done.Contains(name))
            {
                continue;
            }

            var builder = new MigrationBuilder(db.Database.ProviderName);
            up(builder);
            foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(builder.Operations, db.GetService<IDesignTimeModel>().Model))
            {
                await db.Database.ExecuteSqlRawAsync(command.CommandText, cancellation);
            }

            await db.Database.ExecuteSqlAsync($"INSERT INTO schema_steps (name) VALUES ({name})", cancellation);
            await transaction.CommitAsync(cancellation);
        }
    }
}
