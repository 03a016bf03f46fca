namespace Creative.Engine;

/// <summary>A model folder that cannot be used. The message names the file and everything that is wrong with it.</summary>
public sealed class InvalidModelException : Exception
{
    public InvalidModelException(string path, IEnumerable<string> problems, Exception? cause = null)
        : this(path, string.Join("; ", problems), cause)
    {
    }

    public InvalidModelException(string path, string problem, Exception? cause = null)
        : base($"{path}: {problem}", cause) => (Path, Problem) = (path, problem);

    /// <value>Of the file, or of the folder.</value>
    public string Path { get; }

    /// <value>The message without the path.</value>
    public string Problem { get; }
}
