using Creative.Contract.V1;
using Creative.Labeling.Dashboards;
using Creative.Labeling.Texts;

namespace Creative.Labeling.Tests.Dashboards;

public sealed class DashboardTextsTests
{
    private static readonly Translator English = TranslatorOf("en");
    private static readonly Translator Chinese = TranslatorOf("zh-CN");

    [Fact]
    public void Every_sign_and_remark_is_said_in_every_language()
    {
        foreach (var texts in new[] { English, Chinese })
        {
            var view = ViewOf(texts);
            Assert.All(Enum.GetValues<StoppingSignKind>().Skip(1), kind => Assert.DoesNotContain('{', DashboardTexts.Of(new StoppingSign { Kind = kind }, texts)));
            Assert.All(Enum.GetValues<RaterRemarkKind>().Skip(1), kind => Assert.DoesNotContain('{', DashboardTexts.Of(new RaterRemark { Kind = kind }, view)));
        }
    }

    [Fact]
    public void Figures_are_written_as_what_they_are()
    {
        Assert.Equal(
            "The scorer still changes its verdicts: kappa 0.912, settled from 0.99 on.",
            DashboardTexts.Of(new StoppingSign { Kind = StoppingSignKind.ScorerChanges, Value = 0.9123, Reference = 0.99 }, English));
        Assert.Equal(
            "不确定性已不再下降：每 500 次判断下降 0.4%。",
            DashboardTexts.Of(new StoppingSign { Kind = StoppingSignKind.UncertaintyFlat, Value = 0.0042, Reference = 500 }, Chinese));
        Assert.Equal("形状：离散程度超过中位数的两倍", DashboardTexts.Of(new RaterRemark { Dimension = "shape", Kind = RaterRemarkKind.Noisy }, ViewOf(Chinese)));
    }

    [Fact]
    public void Money_is_told_where_an_hour_has_a_price_and_something_was_judged()
    {
        var figures = new Dashboard { SecondsPerJudgement = 9 };

        Assert.Equal("CNY 0.30", Cost.Of(new Project { DesignerHourCost = 120, Currency = "CNY" }, figures));
        Assert.Null(Cost.Of(new Project(), figures));
        Assert.Null(Cost.Of(new Project { DesignerHourCost = 120, Currency = "CNY" }, new Dashboard()));
    }

    private static DashboardView ViewOf(Translator texts) =>
        new(new Project(), [new Dimension { Id = "shape", Name = new LocalText { ByLocale = { ["en"] = "Shape", ["zh-CN"] = "形状" } } }], new Dashboard(), texts);

    private static Translator TranslatorOf(string locale) => new(locale, new TextCatalog().Of(locale));
}
