using System.Collections.Immutable;

namespace Creative.Engine;

/// <summary>A model folder that cannot be used. The message names the file and everything that is wrong with it.</summary>
public sealed class InvalidModelException : Exception
{
    public InvalidModelException(string path, IEnumerable<string> problems, Exception? cause = null)
        : this(path, (ImmutableArray<string>)[.. problems], cause)
    {
    }

    public InvalidModelException(string path, string problem, Exception? cause = null)
        : this(path, (ImmutableArray<string>)[problem], cause)
    {
    }

    private InvalidModelException(string path, ImmutableArray<string> problems, Exception? cause)
        : base($"{path}: {string.Join("; ", problems)}", cause) => (Path, Problems) = (path, problems);

    /// <value>Of the file, or of the folder.</value>
    public string Path { get; }

    /// <value>One text for each.</value>
    public ImmutableArray<string> Problems { get; }

    /// <value>The message without the path.</value>
    public string Problem => string.Join("; ", Problems);
}
