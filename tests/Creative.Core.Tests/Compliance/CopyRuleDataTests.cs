using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Xunit;

namespace Creative.Core.Tests.Compliance;

public sealed class CopyRuleDataTests
{
    private static readonly CopyRuleData Data = CopyRules.Default.Data;

    [Fact]
    public void Every_rule_is_complete() => Assert.All(Data.Rules, rule =>
    {
        Assert.Matches("^[A-Z]{2,4}-[0-9]{2}$", rule.Id);
        Assert.NotEmpty(rule.Profiles);
        Assert.NotEmpty(rule.Suggestion);
        Assert.NotEmpty(rule.Basis);
        Assert.NotEmpty(Data.Cite(rule.Basis));
        Assert.DoesNotMatch(rule.Match, "");
        Assert.Equal(rule.Level == RuleLevel.Proof, rule.Evidence.Length > 0);
        Assert.Equal(rule.Level == RuleLevel.Require, rule.Requirement is not null);
        Assert.All(rule.Products.Concat(rule.Levels.Keys), product => Assert.Contains(product, ProductTypes.All));
        Assert.All(rule.Fields, field => Assert.Contains(field, (string[])["copy", "subject"]));
    });

    [Fact]
    public void Holds_every_rule_once()
    {
        string[] ids =
        [
            "ABS-01", "ABS-02", "ABS-03", "ABS-04", "ABS-05", "INV-01", "INV-02", "INV-03", "INV-04", "INV-05", "INV-06", "INV-07", "INV-08",
            "INV-09", "INV-10", "INV-11", "INV-12", "INV-13", "INV-14", "LOAN-01", "LOAN-02", "INS-01", "DEP-01", "GEN-01", "GEN-02", "GEN-03",
            "EN-01", "EN-02", "EN-03", "EN-04", "EN-05", "EN-06",
        ];

        Assert.Equal(ids, Data.Rules.Select(rule => rule.Id));
    }

    [Fact]
    public void Every_example_of_a_required_element_satisfies_it() =>
        Assert.All(Data.Required, element => Assert.Matches(element.Pattern, Data.Comparable(element.Example).Text));

    [Fact]
    public void Every_finance_product_needs_something_in_each_profile() =>
        Assert.All(ProductTypes.All.Where(type => type is not ("consumer")), type => Assert.Contains(Data.Required, element => element.Product == type));
}
