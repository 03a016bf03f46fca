namespace Creative.Engine;

/// <summary>A model folder that cannot be used. The message names the file and everything that is wrong with it.</summary>
public sealed class InvalidModelException : Exception
{
    public InvalidModelException(string path, IEnumerable<string> problems, Exception? cause = null)
        : base($"{path}: {string.Join("; ", problems)}", cause) => Path = path;

    public InvalidModelException(string path, string problem, Exception? cause = null)
        : this(path, [problem], cause)
    {
    }

    /// <value>Of the file, or of the folder.</value>
    public string Path { get; }
}
