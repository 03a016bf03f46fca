using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Xunit;

namespace Creative.Core.Tests.Compliance;

/// <summary>Sentences that a copywriter would write and no rule means, from tests/data/compliance.</summary>
public sealed class FalseAlarmTests
{
    [Fact]
    public void Has_two_hundred_and_more_sentences_none_twice()
    {
        var sentences = OrdinarySentences("zh-CN").Concat(OrdinarySentences("en")).ToArray();

        Assert.True(sentences.Length >= 200, $"{sentences.Length} sentences");
        Assert.Equal(sentences.Length, sentences.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("zh-CN", "cn-finance")]
    [InlineData("zh-CN", "general")]
    [InlineData("en", "general")]
    [InlineData("en", "cn-finance")]
    public void Refuses_none_of_them_for_any_product(string locale, string profile)
    {
        var refused = (
            from sentence in OrdinarySentences(locale)
            from product in ProductTypes.All
            from finding in CopyRules.Default.Check(new Copy(sentence, "", "", "", ""), "", new CopyContext(profile, product, [])).Findings
            where finding.Refuses
            group product by $"{finding.RuleId} '{finding.Words}' in {sentence}" into products
            select $"{products.Key} ({string.Join(' ', products)})").ToArray();

        Assert.True(refused.Length == 0, string.Join('\n', refused));
    }

    [Fact]
    public void Finds_no_personal_data_in_them() =>
        Assert.DoesNotContain(OrdinarySentences("zh-CN").Concat(OrdinarySentences("en")), sentence => PersonalData.Kinds(sentence).Count > 0);

    private static IEnumerable<string> OrdinarySentences(string locale)
    {
        using var document = TestData.Json("compliance/ordinary-sentences.json");
        return [.. document.RootElement.GetProperty(locale).EnumerateArray().Select(sentence => sentence.GetString()!)];
    }
}
