using Creative.Contract.V1;
using Creative.Server.Labeling.Storage;
using Creative.Server.Storage;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Labeling.Projects;

/// <summary>The projects on the disk.</summary>
public sealed class ProjectStore(IDbContextFactory<CreativeDb> databases)
{
    public async Task<IReadOnlyList<Project>> AllAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Projects.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellation);
        return [.. rows.Select(row => Project.Parser.ParseFrom(row.Content))];
    }

    /// <summary>Makes a project or changes the one with that id. On the disk when it returns.</summary>
    public async Task PutAsync(Project project, CancellationToken cancellation)
    {
        var content = project.ToByteArray();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Projects.SingleOrDefaultAsync(row => row.Id == project.Id, cancellation) is { } known)
        {
            known.Content = content;
        }
        else
        {
            db.Projects.Add(new ProjectRow { Id = project.Id, Content = content });
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
