using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Xunit;

namespace Creative.Core.Tests.Compliance;

public sealed class AiLabelRuleTests
{
    [Fact]
    public void Mainland_China_gets_the_label_of_its_standard_at_five_per_cent()
    {
        var rule = AiLabelRule.Of("CN");

        Assert.Equal("AI生成", rule.Text);
        Assert.Equal(54, LayoutRules.MinGlyph(LayoutRole.AiLabel, new CanvasSize(1920, 1080), rule));
        Assert.Equal(12, LayoutRules.MinGlyph(LayoutRole.AiLabel, new CanvasSize(320, 50), rule));
    }

    [Theory]
    [InlineData("US")]
    [InlineData("DE")]
    public void Other_markets_get_words_that_are_read_there(string market)
    {
        var rule = AiLabelRule.Of(market);

        Assert.Equal("AI-generated", rule.Text);
        Assert.Equal(32.4, LayoutRules.MinGlyph(LayoutRole.AiLabel, new CanvasSize(1920, 1080), rule), 9);
        Assert.Equal(10, LayoutRules.MinGlyph(LayoutRole.AiLabel, new CanvasSize(320, 50), rule));
    }
}
