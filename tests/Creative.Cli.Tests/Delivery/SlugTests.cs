using System.Text;
using Creative.Cli.Delivery;

namespace Creative.Cli.Tests.Delivery;

public sealed class SlugTests
{
    [Theory]
    [InlineData("../../x", "x")]
    [InlineData("/etc/passwd", "etc-passwd")]
    [InlineData("..", "campaign")]
    [InlineData("", "campaign")]
    [InlineData(".hidden", "hidden")]
    [InlineData("C:\\Users\\a", "c-users-a")]
    [InlineData("Spring Sale — 18%!", "spring-sale-18")]
    [InlineData("每月18日 福利日", "每月18日-福利日")]
    [InlineData("iab_mrec", "iab_mrec")]
    [InlineData("a\0b\nc", "a-b-c")]
    public void Makes_a_name_that_stays_where_it_is_put(string text, string expected) =>
        Assert.Equal(expected, Slug.Of(text, "campaign"));

    [Fact]
    public void Cuts_long_names_between_characters()
    {
        var slug = Slug.Of(string.Concat(Enumerable.Repeat("福", 300)), "campaign");

        Assert.Equal(40, slug.Length);
        Assert.Equal(120, Encoding.UTF8.GetByteCount(slug));
    }
}
