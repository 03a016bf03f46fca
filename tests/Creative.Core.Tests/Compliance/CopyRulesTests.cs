using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Xunit;

namespace Creative.Core.Tests.Compliance;

public sealed class CopyRulesTests
{
    [Theory]
    [InlineData("保本保收益，年化8%", "INV-01 Blocked", "INV-01 Blocked", "INV-04 NeedsProof")]
    [InlineData("本产品不保本，投资需谨慎", "INV-01 Exempt")]
    [InlineData("全网第一理财平台", "ABS-03 NeedsProof")]
    [InlineData("第一时间到账提醒")]
    [InlineData("截至2025年6月30日，据中国证券投资基金业协会数据，规模全国第一", "ABS-03 NeedsProof")]
    [InlineData("最近一年波动较大")]
    [InlineData("R2中低风险，适合稳健型投资者", "INV-03 Warned")]
    [InlineData("低风险高收益，秒到账", "INV-03 Blocked", "INV-03 Blocked", "INV-03 Blocked")]
    [InlineData("保 本 理 财，零 风 险", "INV-01 Blocked", "INV-02 Blocked")]
    [InlineData("近三月收益12%，年化48%", "INV-04 NeedsProof", "INV-14 Blocked", "INV-04 NeedsProof")]
    [InlineData("尽享牛市，欲购从速", "INV-06 Blocked", "INV-07 Blocked")]
    [InlineData("100%纯棉T恤", "ABS-04 Exempt")]
    [InlineData("我们追求最好的服务", "ABS-02 Exempt", "INV-08 Exempt")]
    public void Gives_each_sentence_its_outcome(string sentence, params string[] outcomes) =>
        Assert.Equal(outcomes, Outcomes(sentence, "fund"));

    [Fact]
    public void A_ranking_with_date_and_source_passes_with_its_evidence()
    {
        const string sentence = "截至2025年6月30日，据中国证券投资基金业协会数据，规模全国第一";

        var finding = Assert.Single(Check(sentence, "fund", new Evidence("AMAC-2025-06", "规模全国第一")));

        Assert.Equal(FindingOutcome.Proven, finding.Outcome);
        Assert.Equal("backed by 'AMAC-2025-06'", finding.Detail);
    }

    [Fact]
    public void A_source_in_the_next_sentence_does_not_cure_a_ranking()
    {
        var finding = Assert.Single(Check("规模全国第一。截至2025年6月30日，据协会数据", "fund", new Evidence("E1", "规模全国第一")));

        Assert.Equal(FindingOutcome.NeedsProof, finding.Outcome);
        Assert.Contains("the date or period; the source", finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_in_the_footnote_does()
    {
        var copy = new Copy("规模全国第一", "", "", "", "数据来源：中国证券投资基金业协会，截至2025年6月30日");

        var review = CopyRules.Default.Check(copy, "", new CopyContext("cn-finance", "fund", [new Evidence("E1", "规模全国第一")]));

        Assert.True(review.Passed);
    }

    [Theory]
    [InlineData("保◎本理财", "INV-01")]
    [InlineData("保\u200b本理财", "INV-01")]
    [InlineData("保-本理财", "INV-01")]
    [InlineData("無風險理財", "INV-02")]
    [InlineData("全網最低價", "ABS-01")]
    [InlineData("最 佳 选 择", "ABS-01")]
    [InlineData("第①理财品牌", "ABS-03")]
    [InlineData("行业ＮＯ．１", "ABS-03")]
    [InlineData("百分百或１００％", "ABS-04")]
    [InlineData("０风险", "INV-02")]
    [InlineData("秒\n到账", "INV-03")]
    public void Sees_through_disguises(string text, string rule) => Assert.Contains(Check(text, "fund"), finding => finding.RuleId == rule);

    [Fact]
    public void Names_the_words_as_they_were_given()
    {
        var finding = Check("理财：保 ◎ 本 ，好", "fund").First();

        Assert.Equal(("headline", 3, 5, "保 ◎ 本"), (finding.Field, finding.Start, finding.Length, finding.Words));
        Assert.NotEmpty(finding.Suggestion);
        Assert.Contains("广告法 (2021) Art. 25", finding.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不承诺保本或保息", "INV-01 Exempt", "INV-01 Exempt")]
    [InlineData("理财产品不保证本金", "INV-09 Exempt")]
    [InlineData("不仅保本", "INV-01 Blocked")]
    [InlineData("非常保本", "INV-01 Blocked")]
    [InlineData("不收费用，保本", "INV-01 Blocked")]
    [InlineData("不用再为任何一件小事操心保本", "INV-01 Blocked")]
    public void Looks_six_characters_back_for_a_negation(string text, params string[] outcomes) => Assert.Equal(outcomes, Outcomes(text, "wealth"));

    [Fact]
    public void Asks_for_the_annualised_rate_beside_a_daily_one()
    {
        Assert.Equal(["LOAN-02 Incomplete"], Outcomes("日息低至0.02%", "loan"));
        Assert.Equal(["LOAN-02 Exempt", "INV-04 Exempt"], Outcomes("日利率0.02%，年化利率7.2%", "loan"));
    }

    [Fact]
    public void Is_milder_about_urgency_for_goods_than_for_funds()
    {
        Assert.Equal(["INV-07 Warned"], Outcomes("好礼抢购", "consumer"));
        Assert.Equal(["INV-07 Blocked"], Outcomes("好基抢购", "fund"));
    }

    [Theory]
    [InlineData("限时开启", "GEN-02 Warned")]
    [InlineData("限时开启，11月18日至11月20日", "GEN-02 Exempt")]
    [InlineData("红包88元", "GEN-03 Warned")]
    [InlineData("红包88元，详见规则", "GEN-03 Exempt")]
    public void Is_satisfied_by_dates_and_conditions(string text, string outcome) => Assert.Equal([outcome], Outcomes(text, "consumer"));

    [Theory]
    [InlineData("Guaranteed returns, every month", "EN-01 Blocked")]
    [InlineData("Risk-free investing", "EN-02 Blocked")]
    [InlineData("Above the risk-free rate", "EN-02 Exempt")]
    [InlineData("We cannot promise guaranteed anything")]
    [InlineData("The best rates in town", "EN-03 NeedsProof")]
    [InlineData("4.2% APY", "EN-04 NeedsProof")]
    public void Has_a_small_English_set(string text, params string[] outcomes) => Assert.Equal(outcomes, Outcomes(text, "fund", "general"));

    [Fact]
    public void Reads_the_subject_for_state_symbols_only()
    {
        var review = CopyRules.Default.Check(new Copy("你好", "", "", "", ""), "国徽，保本", new CopyContext("cn-finance", "consumer", []));

        Assert.Equal(("subject", "GEN-01"), (review.Findings.Single().Field, review.Findings.Single().RuleId));
    }

    private static string[] Outcomes(string sentence, string productType, string profile = "cn-finance") =>
        [.. CopyRules.Default.Check(new Copy(sentence, "", "", "", ""), "", new CopyContext(profile, productType, [])).Findings
            .Select(finding => $"{finding.RuleId} {finding.Outcome}")];

    private static ImmutableArray<CopyFinding> Check(string sentence, string productType, params Evidence[] evidence) =>
        CopyRules.Default.Check(new Copy(sentence, "", "", "", ""), "", new CopyContext("cn-finance", productType, [.. evidence])).Findings;
}
