using System.Text;
using Creative.Core.Storage;
using Creative.Server.Storage;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Storage;

public sealed class FileBlobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileBlobStore _blobs;

    public FileBlobStoreTests() => _blobs = new FileBlobStore(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Names_a_file_by_the_sha256_of_its_bytes()
    {
        // printf abc | sha256sum
        var name = await _blobs.PutAsync("abc"u8.ToArray(), CancellationToken.None);
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", name);
        Assert.Equal("abc", Read(name));
        Assert.Equal([Path.Combine(_folder.Path, "ba", "78", name)], Files());
    }

    [Fact]
    public async Task Keeps_the_same_bytes_once_also_when_put_at_the_same_time()
    {
        var content = Encoding.UTF8.GetBytes(new string('x', 100_000));
        var names = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _blobs.PutAsync(content, CancellationToken.None))));
        Assert.Single(names.Distinct());
        Assert.Single(Files());
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_putting_is_cancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _blobs.PutAsync("abc"u8.ToArray(), new CancellationToken(canceled: true)));
        Assert.Empty(Files());
    }

    [Fact]
    public void Removes_what_an_earlier_process_left_unfinished()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "tmp", "half"), "ha");
        _ = new FileBlobStore(_folder.Path);
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public async Task Lends_a_whole_file(int length)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(n => (byte)n)];
        using var blob = _blobs.OpenBlob(await _blobs.PutAsync(content, CancellationToken.None))!;
        using var lent = LentBytes.Of(blob);

        Assert.Equal(content, lent.Bytes.ToArray());
        Assert.Equal(length, blob.Length);
    }

    [Fact]
    public async Task What_was_given_back_is_out_of_reach()
    {
        using var blob = _blobs.OpenBlob(await _blobs.PutAsync("abc"u8.ToArray(), CancellationToken.None))!;
        var lent = LentBytes.Of(blob);
        lent.Dispose();
        lent.Dispose();

        Assert.Throws<ObjectDisposedException>(() => lent.Bytes);
    }

    [Fact]
    public async Task Reads_from_anywhere_in_a_file_but_not_behind_its_end()
    {
        using var blob = _blobs.OpenBlob(await _blobs.PutAsync("abcdef"u8.ToArray(), CancellationToken.None))!;
        var two = new byte[2];

        blob.Read(two, offset: 3);

        Assert.Equal("de"u8.ToArray(), two);
        Assert.Throws<EndOfStreamException>(() => blob.Read(two, offset: 5));
    }

    [Fact]
    public void Has_no_file_of_an_unknown_name()
    {
        Assert.Null(_blobs.Open(new string('0', 64)));
        Assert.Null(_blobs.OpenBlob(new string('0', 64)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    public void Refuses_what_is_no_name(string name) 
    {
        Assert.Throws<ArgumentException>(() => _blobs.Open(name));
        Assert.Throws<ArgumentException>(() => _blobs.OpenBlob(name));
    }

    private string Read(string name)
    {
        using var reader = new StreamReader(_blobs.Open(name)!);
        return reader.ReadToEnd();
    }

    private string[] Files() => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
}
