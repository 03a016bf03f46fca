using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Xunit;

namespace Creative.Core.Tests.Compliance;

public sealed class DeliveredCopyCheckTests
{
    private static readonly Copy Approved = new("18 权益日\n省的不止一点点", "好礼等你", "", "去看看", "");

    [Fact]
    public void Ignores_how_the_words_are_set() =>
        Assert.Empty(DeliveredCopyCheck.Differences(Drawn(Text("headline", "18", "权益日省的", "不止一点点"), Text("subhead", "好礼等你"), Text("call to action", "去看看")), Approved, []));

    [Fact]
    public void Names_words_that_changed_and_words_that_were_added() =>
        Assert.Equal(
            ["headline: approved '18权益日省的不止一点点', drawn '18权益日省的不止一点'", "benefit: approved '', drawn '免费'"],
            DeliveredCopyCheck.Differences(
                Drawn(Text("headline", "18 权益日省的不止一点"), Text("subhead", "好礼等你"), Text("benefit", "免费"), Text("call_to_action", "去看看")), Approved, []).AsEnumerable());

    [Fact]
    public void Expects_nothing_of_a_dropped_role() =>
        Assert.Empty(DeliveredCopyCheck.Differences(Drawn(Text("headline", "18权益日省的不止一点点"), Text("call_to_action", "去看看")), Approved, ["subhead"]));

    [Fact]
    public void Finds_words_of_a_role_that_nobody_approved() =>
        Assert.Equal(
            ["slogan: nobody approved '稳赚'"],
            DeliveredCopyCheck.Differences(Whole(Text("slogan", "稳 赚")), Approved, []).AsEnumerable());

    [Fact]
    public void A_shadow_repeats_its_role_word_by_word()
    {
        Assert.Empty(DeliveredCopyCheck.Differences(Whole(Text("headline-shadow", "18 权益日省的不止一点点")), Approved, []));
        Assert.Equal(
            ["subhead: its shadow says '好礼等她'"],
            DeliveredCopyCheck.Differences(Whole(Text("subhead-shadow", "好礼等她")), Approved, []).AsEnumerable());
    }

    [Fact]
    public void Expects_the_AI_label_where_there_has_to_be_one()
    {
        Assert.Equal(["ai_label: approved 'AI生成', drawn ''"], DeliveredCopyCheck.Differences(Whole(), Approved, [], "AI生成").AsEnumerable());
        Assert.Empty(DeliveredCopyCheck.Differences(Whole(Text("ai_label", "AI生成")), Approved, [], "AI生成"));
    }

    private static Scene Whole(params SceneNode[] more) =>
        Drawn([Text("headline", "18 权益日省的不止一点点"), Text("subhead", "好礼等你"), Text("call_to_action", "去看看"), .. more]);

    private static Scene Drawn(params SceneNode[] nodes) => new(new CanvasSize(1200, 628), [.. nodes]);

    private static TextNode Text(string role, params string[] runs) =>
        new(role, [.. runs.Select(run => new TextRun(run, new FontFace("Han", 700), 40, 0, 40, Colour.Black))], new Box(0, 0, 7, 5));
}
