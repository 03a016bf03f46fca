using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Bench.Loop;

/// <summary>Writes what the dataset service streams.</summary>
internal static class ExportFolder
{
    /// <summary>The number of files written below <paramref name="folder"/>.</summary>
    public static async Task<int> WriteAsync(DatasetService.DatasetServiceClient datasets, string dataset, string format, string folder)
    {
        var files = 0;
        FileStream? file = null;
        try
        {
            using var call = datasets.ExportDataset(new ExportDatasetRequest { Dataset = dataset, Format = format });
            await foreach (var chunk in call.ResponseStream.ReadAllAsync())
            {
                if (file is null)
                {
                    var path = Path.GetFullPath(Path.Combine(folder, chunk.Path));
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    file = File.Create(path);
                    files++;
                }

                await file.WriteAsync(chunk.Data.Memory);
                if (chunk.Last)
                {
                    await file.DisposeAsync();
                    file = null;
                }
            }
        }
        finally
        {
            if (file is not null)
            {
                await file.DisposeAsync();
            }
        }

        return files;
    }
}
