namespace Creative.Server.Tests.Hosting;

/// <summary>An empty folder that goes when it is disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("creative-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
