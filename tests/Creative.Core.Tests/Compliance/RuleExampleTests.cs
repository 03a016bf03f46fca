using System.Collections.Immutable;
using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Xunit;

namespace Creative.Core.Tests.Compliance;

/// <summary>Each rule by example: a sentence it means and one close by that it lets through, from tests/data/compliance.</summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string, string, string, string, string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string>();
            using var document = TestData.Json("compliance/rule-examples.json");
            foreach (var example in document.RootElement.GetProperty("examples").EnumerateArray())
            {
                string Text(string member) => example.GetProperty(member).GetString()!;
                var profile = example.TryGetProperty("profile", out var named) ? named.GetString()! : "cn-finance";
                data.Add(Text("rule"), profile, Text("product"), Text("hit"), Text("outcome"), Text("miss"));
            }

            return data;
        }
    }

    [Fact]
    public void Every_rule_has_its_example() =>
        Assert.Equal(CopyRules.Default.Data.Rules.Select(rule => rule.Id), Examples.Select(row => (string)row[0]));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Means_the_one_and_lets_the_other_through(string rule, string profile, string product, string hit, string outcome, string miss)
    {
        var found = Findings(hit, profile, product).Where(finding => finding.RuleId == rule).ToArray();
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(Enum.Parse<FindingOutcome>(outcome), finding.Outcome));
        Assert.All(found, finding => Assert.NotEmpty(finding.Suggestion));

        Assert.DoesNotContain(Findings(miss, profile, product), finding => finding.RuleId == rule && (finding.Refuses || finding.Outcome == FindingOutcome.Warned));
    }

    private static ImmutableArray<CopyFinding> Findings(string sentence, string profile, string product) =>
        CopyRules.Default.Check(new Copy(sentence, "", "", "", ""), "", new CopyContext(profile, product, [])).Findings;
}
