using Creative.Core.Brands;
using Creative.Server.Hosting;
using Creative.Server.Storage;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Creative.Server.Brands;

/// <summary>
/// Before the server answers: brings the tables up to date and puts the brands of the brands folder. A folder that
/// cannot be used is left out with a warning; a kit that was put already changes nothing.
/// </summary>
public sealed class BrandFolders(BrandRegistry brands, IDbContextFactory<CreativeDb> databases, ServerOptions options, ILogger<BrandFolders> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            await Schema.BringUpToDateAsync(db, cancellationToken);
        }

        var read = 0;
        foreach (var folder in Folders())
        {
            read += await PutAsync(folder, cancellationToken) ? 1 : 0;
        }

        Log.BrandsRead(logger, read);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> Folders() =>
        options.Brands.Length > 0 && Directory.Exists(options.Brands) ? Directory.EnumerateDirectories(options.Brands).Order(StringComparer.Ordinal) : [];

    private async Task<bool> PutAsync(string folder, CancellationToken cancellation)
    {
        var name = Path.GetFileName(folder);
        if (BrandFolder.Read(folder, out var problems) is not { } draft)
        {
            Log.BrandLeftOut(logger, name, string.Join("; ", problems.Select(problem => $"{problem.Field}: {problem.Message}")));
            return false;
        }

        try
        {
            await brands.PutAsync(draft, validateOnly: false, publish: true, cancellation);
            return true;
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.InvalidArgument)
        {
            Log.BrandLeftOut(logger, name, e.Status.Detail);
            return false;
        }
    }
}
