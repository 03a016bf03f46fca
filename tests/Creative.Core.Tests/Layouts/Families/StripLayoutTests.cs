using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Xunit;
using static Creative.Core.Tests.Layouts.SampleLayouts;

namespace Creative.Core.Tests.Layouts;

public sealed class StripLayoutTests
{
    [Theory]
    [InlineData(728, 90)]
    [InlineData(970, 90)]
    public void A_strip_has_its_headline_on_one_line(int width, int height)
    {
        var content = Content(new CanvasSize(width, height), Insets.None, "天天有好礼\n周周不重样");
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Strip, seed), content).Layout!;

            Assert.Single(layout.Texts[LayoutRole.Headline].Setting.Lines);
        }
    }

    [Fact]
    public void A_wide_banner_ends_with_the_benefit_over_the_button()
    {
        var content = Content(new CanvasSize(1200, 400), Insets.None);
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Strip, seed), content).Layout!;
            var (benefit, button) = (layout.Boxes[LayoutRole.Benefit], layout.Boxes[LayoutRole.CallToAction]);

            Assert.Equal(benefit.CenterX, button.CenterX, 6);
            Assert.True(benefit.Bottom < button.Y && benefit.X > layout.Boxes[LayoutRole.Headline].Right);
        }
    }

    [Fact]
    public void Long_small_print_stands_beside_the_words_where_that_makes_them_larger()
    {
        const string Print = "理财非存款，产品有风险，投资须谨慎。业绩比较基准不代表未来表现，不构成收益承诺。发行机构为松砚理财有限责任公司";
        var content = Content(new CanvasSize(728, 90), Insets.None, disclaimer: Print).WithRequiredPrint();
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Strip, seed), content).Layout!;
            var (headline, print) = (layout.Boxes[LayoutRole.Headline], layout.Boxes[LayoutRole.Disclaimer]);

            Assert.True(print.X >= headline.Right, $"{print} beside {headline}");
            Assert.True(layout.Texts[LayoutRole.Headline].Size >= 0.3 * 90);
            Assert.Empty(HardRules.Violations(layout, content));
        }
    }

    [Theory]
    [InlineData(728, 90)]
    [InlineData(970, 90)]
    public void A_subhead_goes_before_the_headline_of_a_strip_gets_small(int width, int height)
    {
        var content = Content(new CanvasSize(width, height), Insets.None, "天天有好礼周周不重样");
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Strip, seed), content).Layout!;

            Assert.True(layout.Dropped.Contains(LayoutRole.Subhead) || layout.Texts[LayoutRole.Headline].Size >= 0.3 * height);
        }
    }
}
