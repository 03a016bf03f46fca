using Creative.Cli.Reading;
using Creative.Contract.V1;
using Google.Protobuf;

namespace Creative.Cli.Labeling;

/// <summary>Reads a folder of images and what is said of each.</summary>
internal static class ItemFolder
{
    private const int LargestImage = 4 * 1024 * 1024;
    private const int LargestText = 64 * 1024;

    /// <summary>Each PNG with its JSON, in the order of their names; a file is read when its turn comes.</summary>
    /// <exception cref="CliException">There is no such folder, or no PNG in it.</exception>
    public static IReadOnlyList<(string Name, Func<AddItemsRequest> Read)> Read(string folder, string project)
    {
        if (!Directory.Exists(folder))
        {
            throw CliException.BadInput("There is no such folder.", new Problem("dir", folder));
        }

        var files = Directory.EnumerateFiles(folder, "*.png", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0
            ? [.. files.Select(file => (Path.GetRelativePath(folder, file), (Func<AddItemsRequest>)(() => Read(file, Path.ChangeExtension(file, ".json"), project))))]
            : throw CliException.BadInput("There is nothing to add.", new Problem("dir", $"no *.png in {folder}"));
    }

    private static AddItemsRequest Read(string image, string text, string project)
    {
        var request = File.Exists(text) ? InputFile.Parse<AddItemsRequest>(InputFile.Read(text, LargestText), text, "item") : new AddItemsRequest();
        request.Origin ??= new ItemOrigin { Prompt = Path.GetFileNameWithoutExtension(image) };
        request.Project = project;
        request.Image = UnsafeByteOperations.UnsafeWrap(InputFile.Read(image, LargestImage));
        return request;
    }
}
