using Creative.Cli.Delivery;

namespace Creative.Cli.Tests.Delivery;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Leaves_the_old_file_when_writing_fails()
    {
        var path = _folder.Write("a.jpg", "old");

        await Assert.ThrowsAsync<IOException>(() => AtomicFile.WriteAsync(
            path,
            async stream =>
            {
                await stream.WriteAsync("half"u8.ToArray());
                throw new IOException("the line broke");
            },
            CancellationToken.None));

        Assert.Equal("old", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Makes_folders_and_replaces_files()
    {
        var path = _folder["deep/er/a.jpg"];
        await AtomicFile.WriteAsync(path, "one"u8.ToArray(), CancellationToken.None);
        await AtomicFile.WriteAsync(path, "two"u8.ToArray(), CancellationToken.None);

        Assert.Equal("two", await File.ReadAllTextAsync(path));
        Assert.Single(Directory.GetFiles(_folder["deep/er"]));
    }
}
