using Grpc.Core;

namespace Creative.Deps.Tests.Grpc;

public sealed class MetadataTests
{
    [Fact]
    public void Keys_become_lower_case() => Assert.Equal("x-request-id", new Metadata.Entry("X-Request-ID", "7").Key);

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData(":path")]
    [InlineData("schlüssel")]
    [InlineData("a\nb")]
    public void Keys_with_other_characters_are_refused(string key) =>
        Assert.ThrowsAny<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Bytes_need_the_binary_suffix_and_text_must_not_have_it()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key", [1]));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("key-bin", "text"));
    }

    [Fact]
    public void Bytes_are_copied_in_and_out()
    {
        byte[] bytes = [1, 2, 3];
        var entry = new Metadata.Entry("key-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.Equal([1, 2, 3], entry.ValueBytes);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void Of_equal_keys_the_last_counts_and_all_are_kept_in_order()
    {
        var metadata = new Metadata { { "k", "1" }, { "other", "x" }, { "K", "2" } };

        Assert.Equal("2", metadata.GetValue("k"));
        Assert.Equal(["1", "2"], metadata.GetAll("k").Select(entry => entry.Value));
        Assert.Null(metadata.Get("missing"));
    }

    [Fact]
    public void It_is_a_list()
    {
        var first = new Metadata.Entry("a", "1");
        var metadata = new Metadata { first, { "b", "2" } };
        metadata.Insert(1, new Metadata.Entry("c", "3"));
        metadata[2] = new Metadata.Entry("d", "4");

        Assert.Equal(["a", "c", "d"], metadata.Select(entry => entry.Key));
        Assert.Equal(0, metadata.IndexOf(first));
        Assert.True(metadata.Remove(first));
        metadata.RemoveAt(0);
        Assert.Equal("d", Assert.Single(metadata).Key);
        metadata.Clear();
        Assert.Empty(metadata);
    }

    [Fact]
    public void The_empty_one_cannot_be_changed()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("a", "b"));
        Assert.Empty(Metadata.Empty);
    }
}
