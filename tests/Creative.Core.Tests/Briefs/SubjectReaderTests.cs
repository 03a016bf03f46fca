using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Placements;
using Xunit;

namespace Creative.Core.Tests.Briefs;

public sealed class SubjectReaderTests
{
    private static readonly string[] Classes = ["gold coin", "red packet", "gift box", "gold bars", "piggy bank", "shield",
        "wallet", "rocket", "trophy", "safe", "calendar page", "coupon ticket", "phone", "bank card", "chart"];

    private static readonly ImmutableArray<GlossaryEntry> Glossary =
    [
        new("小金库", "a savings product", "piggy bank", "a vault of gold"),
        new("金条", "a credit product", "gold coin", "bars of gold"),
        new("固收", "fixed-income products", "shield", ""),
        new("QFII", "an investor scheme", "", "a coin"),
    ];

    [Theory]
    [InlineData("红包", "red packet")]
    [InlineData("金币和礼盒", "gold coin")]
    [InlineData("a piggy bank", "piggy bank")]
    [InlineData("Shield, calm", "shield")]
    [InlineData("积存金", "gold bars")]
    public void Reads_plain_words(string subject, string element) => Assert.Equal(element, Read(subject)[0].Element);

    [Fact]
    public void Takes_a_house_word_for_the_product_and_says_so()
    {
        var choice = Read("金条")[0];

        Assert.Equal("gold coin", choice.Element);
        Assert.Equal("金条 is a house word (a credit product) → gold coin, never bars of gold", choice.Reason);
    }

    [Fact]
    public void Keeps_the_order_of_the_words_and_each_element_once() =>
        Assert.Equal(["shield", "gift box", "piggy bank"], Read("固收，礼盒，保障，小金库").Select(choice => choice.Element));

    [Fact]
    public void Gives_a_single_element_company() => Assert.Equal(["red packet", "gold coin"], Read("红包").Select(choice => choice.Element));

    [Fact]
    public void Reads_the_copy_when_the_subject_says_nothing() => Assert.Equal("piggy bank", Read("", "小金库，攒出小欢喜")[0].Element);

    [Theory]
    [InlineData("insurance", "shield")]
    [InlineData("wealth", "gold bars")]
    [InlineData("consumer", "gift box")]
    public void Falls_back_to_the_product_type(string productType, string element)
    {
        var choice = Read("", "你好", productType)[0];

        Assert.Equal(element, choice.Element);
        Assert.Contains(productType, choice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Paints_nothing_for_a_house_word_without_an_element() => Assert.Equal("gift box", Read("QFII 礼盒")[0].Element);

    [Fact]
    public void Every_word_and_product_leads_to_a_known_element()
    {
        var words = SubjectWords.Default;

        Assert.Equal(Classes.Order(), words.Elements.Select(entry => entry.Element).Order());
        Assert.Equal(ProductTypes.All.Order(), words.Products.Keys.Order());
        Assert.Equal(Classes.Order(), words.Companions.Keys.Order());
        Assert.All(words.Products.Values.Concat(words.Companions.Values), element => Assert.Contains(element, Classes));
        Assert.Distinct(words.Elements.SelectMany(entry => entry.Words));
    }

    private static ImmutableArray<ElementChoice> Read(string subject, string headline = "你好", string productType = "consumer") => SubjectReader.Read(
        new Brief
        {
            Campaign = "test",
            BrandId = "test",
            Copy = new Copy(headline, "", "", "", ""),
            Subject = subject,
            ProductType = productType,
            Placements = [PlacementCatalog.Default.Find("rda_landscape")!],
        },
        Glossary,
        SubjectWords.Default);
}
