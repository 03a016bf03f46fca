using System.Collections.Immutable;
using Creative.Core.Composition;
using Creative.Core.Concepts.Styles;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Numerics;
using Creative.Core.Placements;

namespace Creative.Bench.Layouts;

/// <summary>Ours, as the service lays out; and the two ways to do without it.</summary>
internal sealed class OwnLayouts(ILayoutModel model, IFontCatalog fonts, PlaceholderArt art)
{
    private static readonly CanvasSize MasterSize = new(1080, 1080);

    private readonly LayoutPlanner _planner = new(model, new ContentFactory(fonts));
    private readonly Dictionary<(string, int), Drawn?> _masters = [];

    public PlannedLayout? Plan(BenchBrief b, Placement placement) =>
        _planner.Plan(b.Brief, b.Brand, placement, b.Concept.Variant, b.Concept.Seed, b.DisclaimerRequired, CancellationToken.None).Plan;

    /// <summary>Propose, repair, rank. Null: refused.</summary>
    public Drawn? Ours(BenchBrief b, Placement placement) =>
        Plan(b, placement) is { } plan ? new Drawn(plan.Layout, plan.Content, Hero(b, plan.Layout)) : null;

    /// <summary>
    /// A fixed template scaled: our own square layout of the brief, of 1080 pixels, whose parts keep the relative place of
    /// their centres and grow or shrink with the square root of the area; lines stay broken as they are.
    /// </summary>
    public Drawn? Template(BenchBrief b, Placement placement)
    {
        var key = (b.Name, b.Concept.Variant);
        if (!_masters.TryGetValue(key, out var master))
        {
            _masters[key] = master = Ours(b, PlacementCatalog.Custom(MasterSize));
        }

        if (master is null)
        {
            return null;
        }

        var canvas = placement.Size;
        var scale = Math.Sqrt((double)canvas.Pixels / MasterSize.Pixels);
        Box Move(Box box) => Around(
            box.CenterX / MasterSize.Width * canvas.Width, box.CenterY / MasterSize.Height * canvas.Height, box.Width * scale, box.Height * scale);
        var hero = master.Hero is { } h ? Move(h) : (Box?)null;
        var boxes = master.Layout.Boxes.Where(m => m.Key != LayoutRole.Hero).ToDictionary(m => m.Key, m => Move(m.Value));
        if (hero is { } placed)
        {
            boxes[LayoutRole.Hero] = placed;
        }

        var layout = master.Layout with
        {
            Canvas = canvas,
            Boxes = boxes.ToImmutableSortedDictionary(),
            Texts = master.Layout.Texts.SetItems(master.Layout.Texts.Select(t =>
                KeyValuePair.Create(t.Key, t.Value with { Box = Move(t.Value.Box), Size = t.Value.Size * scale }))),
        };
        return new Drawn(layout, Content(b, placement, layout.Composition), hero);
    }

    /// <summary>The layout model without repair: its first proposal, each text as large as its box allows.</summary>
    public Drawn Raw(BenchBrief b, Placement placement)
    {
        var (proposal, content) = Propose(b, placement);
        var layout = RawSetting.Set(proposal, content);
        return new Drawn(layout, content, Hero(b, layout));
    }

    /// <summary>How far the repair moves what the model proposes first; see <see cref="RepairDistance"/>. Null: it cannot be repaired.</summary>
    public double? Moved(BenchBrief b, Placement placement)
    {
        var (proposal, content) = Propose(b, placement);
        return LayoutRepair.Repair(proposal, content).Layout is { } repaired ? RepairDistance.Of(proposal, repaired) : null;
    }

    /// <summary>The first proposal for the way of composing that the variant leans towards.</summary>
    private (Layout Proposal, LayoutContent Content) Propose(BenchBrief b, Placement placement)
    {
        var compositions = LayoutPlanner.Compositions(placement);
        var composition = compositions[b.Concept.Variant % compositions.Length];
        var content = Content(b, placement, composition);
        var request = new LayoutRequest(
            placement.Size, placement.SafeArea, composition, LayoutPlanner.Lengths(content), SeededRandom.Derive(b.Concept.Seed, (ulong)composition));
        return (model.Propose(request, 1, CancellationToken.None)[0], content);
    }

    private LayoutContent Content(BenchBrief b, Placement placement, CompositionFamily composition) =>
        _planner.Contents.Create(b.Brief, b.Brand, placement, composition, b.DisclaimerRequired);

    private Box? Hero(BenchBrief b, RepairedLayout layout) =>
        layout.Boxes.TryGetValue(LayoutRole.Hero, out var hero) && hero.Intersect(layout.Canvas.Bounds).Area > 0
            ? HeroStage.MainBox(hero, art.Of(b.Concept).Elements[0], StyleTable.Get(b.Concept.Style).Staging, layout.Canvas)
            : null;

    private static Box Around(double x, double y, double width, double height) => new(x - (width / 2), y - (height / 2), width, height);
}
