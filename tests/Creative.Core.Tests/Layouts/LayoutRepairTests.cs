using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Placements;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Layouts;

public sealed class LayoutRepairTests
{
    private static readonly Typesetter Typesetter = new(new InstalledFamilies());

    public static TheoryData<string, CompositionFamily> Canvases()
    {
        var data = new TheoryData<string, CompositionFamily>();
        foreach (var placement in PlacementCatalog.Default.All)
        {
            foreach (var composition in Enum.GetValues<CompositionFamily>())
            {
                data.Add(placement.Id, composition);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Canvases))]
    public void Whatever_is_proposed_the_result_keeps_every_rule_or_is_refused_by_name(string id, CompositionFamily composition)
    {
        var placement = PlacementCatalog.Default.Find(id)!;
        var content = Content(placement.Size, placement.SafeArea);
        for (ulong seed = 0; seed < 6; seed++)
        {
            var (layout, refusal) = LayoutRepair.Repair(Random(placement.Size, composition, seed), content);

            if (layout is null)
            {
                Assert.NotEmpty(refusal!.Rule);
                Assert.NotEmpty(refusal.Reason);
                continue;
            }

            Assert.Empty(HardRules.Violations(layout, content));
            Assert.Contains(LayoutRole.AiLabel, layout.Boxes.Keys);
            Assert.Contains(LayoutRole.Headline, layout.Boxes.Keys);
            Assert.Equal(content.Texts.Keys.Except(layout.Dropped), layout.Texts.Keys);
        }
    }

    [Fact]
    public void Optional_roles_go_in_their_order_and_required_ones_never()
    {
        var content = Content(new CanvasSize(180, 100), Insets.None);
        content = content with { Texts = content.Texts.SetItem(LayoutRole.Disclaimer, content.Texts[LayoutRole.Disclaimer] with { Required = true }) };

        var (layout, refusal) = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.TextLeft, 1), content);

        if (layout is not null)
        {
            Assert.Equal(LayoutRules.DropOrder.Where(layout.Dropped.Contains), layout.Dropped.Where(r => r != LayoutRole.Hero));
            Assert.DoesNotContain(LayoutRole.Disclaimer, layout.Dropped);
        }
        else
        {
            Assert.Equal("min_glyph", refusal!.Rule);
        }
    }

    [Fact]
    public void A_canvas_without_room_for_the_headline_is_refused()
    {
        var content = Content(new CanvasSize(100, 50), new Insets(10, 20, 10, 20));

        var (layout, refusal) = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Stacked, 3), content);

        Assert.Null(layout);
        Assert.Equal("min_glyph", refusal!.Rule);
    }

    [Fact]
    public void A_broken_rule_is_found()
    {
        var content = Content(new CanvasSize(1200, 628), Insets.None);
        var (layout, _) = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.TextLeft, 5), content);
        var headline = layout!.Boxes[LayoutRole.Headline];

        Assert.Contains(HardRules.Violations(layout with { Boxes = layout.Boxes.SetItem(LayoutRole.Headline, headline.MoveBy(-400, 0)) }, content), v => v.Rule == "safe_area");
        Assert.Contains(HardRules.Violations(layout with { Boxes = layout.Boxes.SetItem(LayoutRole.CallToAction, headline) }, content), v => v.Rule == "overlap");
        Assert.Contains(HardRules.Violations(layout with { Boxes = layout.Boxes.SetItem(LayoutRole.Benefit, layout.Boxes[LayoutRole.Logo].MoveBy(0, layout.Boxes[LayoutRole.Logo].Height + 1)) }, content), v => v.Rule == "logo_clear_space");
        Assert.Contains(HardRules.Violations(layout with { Texts = layout.Texts.SetItem(LayoutRole.Headline, layout.Texts[LayoutRole.Headline] with { Size = 5 }) }, content), v => v.Rule == "min_glyph");
    }

    [Theory]
    [InlineData(1080, 1920, 269, 65, 672)]
    [InlineData(1080, 1920, 269, 0, 384)]
    [InlineData(720, 1280, 96, 20, 256)]
    public void Where_a_platform_covers_the_bottom_the_hero_follows_the_words_and_reaches_below_them(int width, int height, double top, double side, double bottom)
    {
        var content = Content(new CanvasSize(width, height), new Insets(top, side, bottom, side));
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.HeroBehind, seed), content).Layout!;

            var hero = layout.Boxes[LayoutRole.Hero];
            Assert.Empty(layout.Dropped);
            Assert.All(layout.Boxes.Where(b => b.Key != LayoutRole.Hero), b => Assert.True(b.Value.Bottom <= hero.Y, $"{b.Key} ends below {hero.Y:0}"));
            Assert.True(hero.Bottom > height - bottom, "the hero stays in the safe area");
            Assert.True(hero.Bottom <= height - (0.44 * bottom), "the hero stands where the platform's captions are");
            Assert.True(hero.Height > 0.27 * height, $"the hero has {hero.Height:0} px");
        }
    }

    [Fact]
    public void Without_room_for_a_deep_poster_the_words_still_come_out()
    {
        var content = Content(new CanvasSize(1080, 1920), new Insets(700, 65, 672, 65));

        var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.HeroBehind, 3), content).Layout!;

        Assert.Empty(HardRules.Violations(layout, content));
        Assert.Contains(LayoutRole.Headline, layout.Texts.Keys);
    }

    [Theory]
    [InlineData(970, 250, true)]
    [InlineData(1600, 400, true)]
    [InlineData(600, 500, false)]
    public void On_a_low_canvas_the_button_stands_beside_the_benefit(int width, int height, bool inOneRow)
    {
        var content = Content(new CanvasSize(width, height), Insets.None);
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.TextLeft, seed), content).Layout!;
            var (benefit, button) = (layout.Boxes[LayoutRole.Benefit], layout.Boxes[LayoutRole.CallToAction]);

            Assert.Equal(inOneRow, Math.Abs(benefit.CenterY - button.CenterY) < 1e-6);
            Assert.True(inOneRow ? button.X > benefit.Right : button.Y > benefit.Bottom);
        }
    }

    private static LayoutContent Content(CanvasSize canvas, Insets safe)
    {
        var style = new TextStyle(new FontFace("Noto Sans SC", 900), new FontFace("Montserrat", 800), 1.25, 0, 1, 3);
        TextContent Text(LayoutRole role, string text, double ratio, double x, double y, bool required) =>
            new(Typesetter.Set(text, style, []), LayoutRules.MinGlyph(role, canvas), ratio, (x, y), required);
        var texts = new Dictionary<LayoutRole, TextContent>
        {
            [LayoutRole.Headline] = Text(LayoutRole.Headline, "天天有好礼", 1, 0, 0, true),
            [LayoutRole.Subhead] = Text(LayoutRole.Subhead, "吃饭看片打车一次安排好", 0.44, 0, 0, false),
            [LayoutRole.Benefit] = Text(LayoutRole.Benefit, "满100减20", 0.52, 0.75, 0.42, false),
            [LayoutRole.CallToAction] = Text(LayoutRole.CallToAction, "去领取", 0.44, 1.15, 0.62, false),
            [LayoutRole.Disclaimer] = Text(LayoutRole.Disclaimer, "活动以页面公示为准", 0, 0, 0, false),
            [LayoutRole.AiLabel] = Text(LayoutRole.AiLabel, "AI生成", 0, 0.38, 0.26, true),
        };
        return new LayoutContent(canvas, safe, texts.ToImmutableSortedDictionary(), [new LogoContent("full", 3.2, 0.4, 16), new LogoContent("mark", 1, 0.3, 14)], HasHero: true);
    }

    private static Layout Random(CanvasSize canvas, CompositionFamily composition, ulong seed)
    {
        var random = new SeededRandom(seed);
        var boxes = Enum.GetValues<LayoutRole>().ToImmutableSortedDictionary(role => role, _ => new Box(
            random.Between(-0.2, 1) * canvas.Width, random.Between(-0.2, 1) * canvas.Height,
            random.Between(0.02, 0.9) * canvas.Width, random.Between(0.02, 0.9) * canvas.Height));
        return new Layout(canvas, composition, boxes);
    }
}
