using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;
using Xunit;
using static Creative.Core.Tests.Layouts.SampleLayouts;

namespace Creative.Core.Tests.Layouts;

public sealed class LayoutRepairTests
{
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
        content = content.WithRequiredPrint();

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

    [Theory]
    [InlineData(160, 600)]
    [InlineData(300, 1050)]
    public void A_narrow_tower_sets_a_short_headline_in_columns(int width, int height)
    {
        var content = Content(new CanvasSize(width, height), Insets.None, "墨要慢慢研\n钱要慢慢长");
        var headline = content.Texts[LayoutRole.Headline];
        var style = new TextStyle(new FontFace("Noto Sans SC", 900), new FontFace("Montserrat", 800), 1.25, 0, 1, 3);
        content = content with { Texts = content.Texts.SetItem(LayoutRole.Headline, headline with { Vertical = new VerticalTypesetter(new InstalledFamilies()).Set("墨要慢慢研\n钱要慢慢长", style) }) };

        var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Stacked, 2), content).Layout!;

        Assert.Same(content.Texts[LayoutRole.Headline].Vertical, layout.Texts[LayoutRole.Headline].Setting);
        Assert.Empty(HardRules.Violations(layout, content));
    }

    [Fact]
    public void Long_small_print_runs_below_the_hero_and_leaves_the_column_to_what_sells()
    {
        var content = Content(new CanvasSize(300, 250), Insets.None, disclaimer: "理财非存款，产品有风险，投资须谨慎。业绩比较基准不代表未来表现，不构成收益承诺。发行机构为松砚理财有限责任公司");
        content = content.WithRequiredPrint();
        var layouts = Enumerable.Range(0, 12).Select(seed => LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.TextLeft, (ulong)seed), content).Layout!).ToArray();
        var across = layouts.Where(l => l.Boxes[LayoutRole.Disclaimer].Right > l.Boxes[LayoutRole.Hero].X).ToArray();

        Assert.NotEmpty(across);
        Assert.All(across, l => Assert.True(l.Boxes[LayoutRole.Hero].Bottom <= l.Boxes[LayoutRole.Disclaimer].Y));
        Assert.All(across, l => Assert.Contains(LayoutRole.CallToAction, l.Boxes.Keys));
    }

    [Fact]
    public void The_mark_alone_stands_where_the_name_beside_it_would_take_the_room_of_the_words()
    {
        var content = Content(new CanvasSize(120, 60), Insets.None);

        var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.TextLeft, 1), content).Layout!;

        Assert.Equal("mark", layout.Logo!.Variant);
        Assert.Empty(HardRules.Violations(layout, content));
    }

    [Fact]
    public void A_headline_keeps_its_line_where_breaking_it_would_make_it_little_larger()
    {
        var content = Content(new CanvasSize(1080, 1920), Insets.None, "省的不止一点");
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.Stacked, seed), content).Layout!;

            Assert.Single(layout.Texts[LayoutRole.Headline].Setting.Lines);
        }
    }

    [Fact]
    public void Short_copy_on_the_right_moves_towards_the_edge_and_leaves_the_hero_its_room()
    {
        var content = Content(new CanvasSize(1200, 400), Insets.None, "有礼");
        for (ulong seed = 0; seed < 6; seed++)
        {
            var layout = LayoutRepair.Repair(Random(content.Canvas, CompositionFamily.TextRight, seed), content).Layout!;
            var words = layout.Boxes.Where(b => b.Key is not (LayoutRole.Hero or LayoutRole.AiLabel)).ToArray();

            Assert.True(words.Min(b => b.Value.X) - layout.Boxes[LayoutRole.Hero].Right < 30);
            Assert.Single(words.Select(b => Math.Round(b.Value.X, 6)).Where((_, i) => words[i].Key != LayoutRole.CallToAction).Distinct());
        }
    }
}
