namespace Creative.Engine.Onnx;

/// <summary>Loads the parts of a model one by one, goes on after one that is wrong, and tells of all of them at once.</summary>
internal sealed class PartLoader(string folder) : IDisposable
{
    private readonly List<IDisposable> _parts = [];
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Null when the part is wrong.</summary>
    public T? Try<T>(Func<T> load)
        where T : class
    {
        try
        {
            var part = load();
            if (part is IDisposable owned)
            {
                _parts.Add(owned);
            }

            return part;
        }
        catch (InvalidModelException error)
        {
            _problems.Add(error.Path == folder ? error.Problem : $"{Path.GetRelativePath(folder, error.Path)}: {error.Problem}");
        }
        catch (FormatException error)
        {
            _problems.Add(error.Message);
        }

        return null;
    }

    /// <exception cref="InvalidModelException">Any part was wrong; names all.</exception>
    public void ThrowIfWrong()
    {
        if (_problems.Count > 0)
        {
            throw new InvalidModelException(folder, _problems);
        }
    }

    public void Dispose() => _parts.ForEach(part => part.Dispose());
}
