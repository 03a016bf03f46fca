using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Xunit;

namespace Creative.Core.Tests.Compliance;

public sealed class RequiredElementsTests
{
    [Theory]
    [InlineData("fund", "市场有风险，投资需谨慎。销售机构：蓝兰基金销售有限公司")]
    [InlineData("wealth", "理财非存款、产品有风险、投资须谨慎。风险等级R2，发行机构：蓝兰理财有限责任公司")]
    [InlineData("insurance", "由蓝兰保险股份有限公司承保，具体以保险合同条款为准")]
    [InlineData("loan", "年化利率（单利）7.2%–24%。贷款由蓝兰消费金融有限公司提供。贷款有风险，借款需谨慎")]
    [InlineData("securities", "股市有风险，投资需谨慎")]
    [InlineData("futures", "期市有风险，投资需谨慎")]
    [InlineData("consumer", "")]
    public void Is_content_with_the_warnings_of_the_trade(string productType, string disclaimer) => Assert.Empty(Missing(productType, "慢慢变好", disclaimer));

    [Theory]
    [InlineData("fund", "risk warning", "licensed seller or manager")]
    [InlineData("wealth", "risk warning", "risk grade", "issuer")]
    [InlineData("insurance", "insurer", "terms line")]
    [InlineData("loan", "annualised rate", "risk warning", "lender")]
    public void Names_everything_that_is_missing(string productType, params string[] names) => Assert.Equal(names, Missing(productType, "慢慢变好", ""));

    [Fact]
    public void Asks_for_the_performance_line_only_beside_a_figure()
    {
        const string disclaimer = "基金有风险，投资需谨慎。基金管理人：蓝兰基金管理有限公司";

        Assert.Empty(Missing("fund", "慢慢变好", disclaimer));
        Assert.Equal(["past performance line"], Missing("fund", "近一年收益3.2%", disclaimer));
    }

    [Fact]
    public void Finds_a_warning_that_is_spaced_out_or_in_traditional_characters() =>
        Assert.Empty(Missing("securities", "慢慢变好", "股 市 有 風 險，投 資 需 謹 慎".Replace("謹", "谨", StringComparison.Ordinal)));

    private static IEnumerable<string> Missing(string productType, string headline, string disclaimer) =>
        RequiredElements.Missing(new Copy(headline, "", "", "", disclaimer), "cn-finance", productType, CopyRules.Default.Data).Select(element => element.Name);
}
