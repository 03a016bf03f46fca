namespace Creative.Engine.Folders;

/// <summary>Where the graphs of a model folder keep their weights. ONNX Runtime would open whatever file a graph names.</summary>
internal static class ExternalWeights
{
    /// <summary>Every way in which a graph's external weights are not within a file of the folder that model.json lists.</summary>
    /// <param name="name">Of the graph, such as "unet/model.onnx".</param>
    /// <param name="listed">Names that model.json lists.</param>
    /// <exception cref="InvalidModelException">The graph is no ONNX file.</exception>
    public static IEnumerable<string> Problems(string folder, string name, IReadOnlySet<string> listed)
    {
        var graph = OnnxFile.Read(Path.Combine([folder, .. name.Split('/')]));
        foreach (var weights in graph.External.GroupBy(tensor => tensor.Location).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var data = name[..(name.LastIndexOf('/') + 1)] + weights.Key;
            if (!FolderFile.IsInside(weights.Key))
            {
                yield return $"{name} keeps weights in '{weights.Key}', which is not a path inside the folder";
            }
            else if (!listed.Contains(data))
            {
                yield return $"{name} keeps weights in {data}, which model.json does not list";
            }
            else if (FolderFile.Complaint(folder, data) is null
                && FolderFile.Length(Path.Combine([folder, .. data.Split('/')])) is var length
                && weights.Any(tensor => tensor.Offset > length || tensor.Length > length - tensor.Offset))
            {
                yield return $"{name} keeps weights beyond the {length} bytes of {data}";
            }
        }
    }
}
