using Creative.Core.Unicode;
using Xunit;

namespace Creative.Core.Tests.Unicode;

public sealed class NormalFormTests
{
    /// <summary>Expected values from Python's unicodedata, Unicode 14.</summary>
    [Theory]
    [InlineData("\u0065\u0301", "\u00e9", "\u00e9")]
    [InlineData("\u212b", "\u00c5", "\u00c5")]
    [InlineData("\u0041\u030a", "\u00c5", "\u00c5")]
    [InlineData("\u0071\u0307\u0323", "\u0071\u0323\u0307", "\u0071\u0323\u0307")]
    [InlineData("\u1e9b\u0323", "\u1e9b\u0323", "\u1e69")]
    [InlineData("\u1100\u1161\u11a8", "\uac01", "\uac01")]
    [InlineData("\uac01", "\uac01", "\uac01")]
    [InlineData("\uf900", "\u8c48", "\u8c48")]
    [InlineData("\u2460\uff21\uff05", "\u2460\uff21\uff05", "\u0031\u0041\u0025")]
    [InlineData("\u0958", "\u0915\u093c", "\u0915\u093c")]
    [InlineData("\u2126", "\u03a9", "\u03a9")]
    [InlineData("\u0061\u0327\u0301", "\u00e1\u0327", "\u00e1\u0327")]
    [InlineData("\ufb01", "\ufb01", "\u0066\u0069")]
    [InlineData("\u337f", "\u337f", "\u682a\u5f0f\u4f1a\u793e")]
    [InlineData("\u30ab\u3099", "\u30ac", "\u30ac")]
    [InlineData("\u0344", "\u0308\u0301", "\u0308\u0301")]
    [InlineData("\u0f73", "\u0f71\u0f72", "\u0f71\u0f72")]
    [InlineData("\U0001d15e", "\U0001d157\U0001d165", "\U0001d157\U0001d165")]
    [InlineData("\u0cc6\u0cc2\u0cd5", "\u0ccb", "\u0ccb")]
    public void Agrees_with_the_reference(string text, string canonical, string compatible)
    {
        Assert.Equal(canonical, NormalForm.Canonical(text));
        Assert.Equal(compatible, NormalForm.Compatible(text));
    }

    [Fact]
    public void Leaves_ordinary_Chinese_and_Latin_text_alone() =>
        Assert.Equal("18 权益日，省的不止一点点 — café", NormalForm.Canonical("18 权益日，省的不止一点点 — café"));

    [Fact]
    public void Replaces_half_of_a_surrogate_pair() => Assert.Equal("福\uFFFD", NormalForm.Canonical("福" + (char)0xD83D));
}
