using Creative.Core.Imaging;
using Creative.Studio.Judging;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;
using Xunit;

namespace Creative.Studio.Tests.Judging;

public sealed class ElementJudgeTests
{
    private static readonly ElementAttributes Gift = PromptReader.Read("glossy red gift box, double bow, three-quarter view, warm light");

    [Fact]
    public void Finds_the_pose_of_a_render()
    {
        using var picture = new Shot(Gift, new Pose(2.4, -1.9, 1.4)).Render(192, 2);
        var fit = ElementJudge.Judge(picture, Gift).Fit;

        Assert.InRange(fit.Offset.Yaw, 1, 4);
        Assert.InRange(fit.Offset.Pitch, -3.4, -.4);
        Assert.InRange(fit.Offset.Roll, .8, 2);
        Assert.InRange(fit.Scale, -.02, .02);
        Assert.InRange(fit.Shear, -.02, .02);
    }

    [Theory]
    [InlineData("glossy blue gift box, double bow, three-quarter view, warm light", Dimension.Hue)]
    [InlineData("glossy red gift box, double bow, right view, warm light", Dimension.Perspective)]
    [InlineData("glossy red piggy bank, plain, three-quarter view, warm light", Dimension.Shape)]
    public void A_picture_of_something_else_fails_where_it_differs(string painted, Dimension dimension)
    {
        using var picture = Shot.Jittered(PromptReader.Read(painted), 4).Render(192, 2);
        var verdict = ElementJudge.Judge(picture, Gift);

        Assert.False(verdict.Usable);
        Assert.False(verdict[dimension].Passes, $"{verdict}");
        Assert.InRange(verdict[dimension].Score, 0, .5);
    }

    [Fact]
    public void The_same_picture_gets_the_same_verdict()
    {
        using var picture = Shot.Jittered(Gift, 4).Render(144, 2);
        var (one, again) = (ElementJudge.Judge(picture, Gift), ElementJudge.Judge(picture, Gift));

        Assert.True(one.Usable, $"{one}");
        Assert.Equal(one.Fit, again.Fit);
        Assert.Equal(one.Dimensions.SelectMany(dimension => dimension.Figures).ToArray(), again.Dimensions.SelectMany(dimension => dimension.Figures).ToArray());
    }

    [Fact]
    public void A_clear_picture_is_not_usable()
    {
        using var picture = PixelImage.Create(new CanvasSize(160, 160), 4);
        Assert.False(ElementJudge.Judge(picture, Gift).Usable);
    }

    [Theory]
    [InlineData(160, 128, 4)]
    [InlineData(160, 160, 3)]
    [InlineData(64, 64, 4)]
    public void A_picture_of_another_form_is_refused(int width, int height, int channels)
    {
        using var picture = PixelImage.Create(new CanvasSize(width, height), channels);
        Assert.Throws<ArgumentException>(() => ElementJudge.Judge(picture, Gift));
    }
}
