using System.Collections.Immutable;
using Creative.Core.Brands;
using Xunit;

namespace Creative.Core.Tests.Brands;

public sealed class GlossaryReaderTests
{
    private static readonly ImmutableArray<GlossaryEntry> Glossary =
    [
        new("小金库", "savings", "piggy bank", ""),
        new("金库", "vault", "shield", ""),
        new("Pot", "a savings jar", "piggy bank", ""),
    ];

    [Fact]
    public void Prefers_the_longer_term() =>
        Assert.Equal([("小金库", 2), ("金库", 6)], GlossaryReader.Read("放进小金库和金库", Glossary).Select(hit => (hit.Entry.Term, hit.Start)));

    [Fact]
    public void Takes_Latin_terms_only_as_whole_words() =>
        Assert.Equal([15], GlossaryReader.Read("Spotless pots: pot", Glossary).Select(hit => hit.Start));

    [Fact]
    public void Blanks_house_words_out() => Assert.Equal("放进   里", GlossaryReader.Without("放进小金库里", Glossary));
}
