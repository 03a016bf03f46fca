namespace Creative.Engine.Tests.Imaging;

/// <summary>A folder that goes when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("creative-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
