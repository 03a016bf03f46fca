using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

public sealed class OnnxLayoutModelTests : IDisposable
{
    private static readonly LayoutRequest Request = new(
        new CanvasSize(1200, 628),
        new Insets(20, 40, 30, 10),
        CompositionFamily.TextLeft,
        ImmutableSortedDictionary<LayoutRole, double>.Empty
            .Add(LayoutRole.Headline, 9.5).Add(LayoutRole.Logo, 3).Add(LayoutRole.Hero, 0),
        Seed: 42);

    private readonly ModelCatalog _catalog = new(ModelFolder.Tiny, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void The_same_request_gives_the_same_proposals() => Assert.Equal(Boxes(Request, 8), Boxes(Request, 8));

    [Fact]
    public void Proposals_differ_from_one_another_and_with_the_seed()
    {
        var boxes = Boxes(Request, 3);
        Assert.Equal(9, boxes.Distinct().Count());
        Assert.NotEqual(boxes, Boxes(Request with { Seed = 7 }, 3));
    }

    [Fact]
    public void Only_roles_that_were_asked_for_get_a_box()
    {
        var layout = Assert.Single(Model.Propose(Request, 1, default));
        Assert.Equal(Request.Lengths.Keys, layout.Boxes.Keys);
        Assert.Equal((Request.Canvas, Request.Composition), (layout.Canvas, layout.Composition));
        Assert.All(layout.Boxes.Values, box => Assert.True(box.Width >= 0 && box.Height >= 0));
    }

    [Fact]
    public void Every_part_of_the_request_reaches_the_model()
    {
        var usual = Boxes(Request, 1);
        LayoutRequest[] others =
        [
            Request with { Safe = Insets.None },
            Request with { Composition = CompositionFamily.Stacked },
            Request with { Lengths = Request.Lengths.SetItem(LayoutRole.Headline, 30) },
            Request with { Lengths = Request.Lengths.SetItem(LayoutRole.Logo, 1) },
            Request with { Canvas = new CanvasSize(1200, 630) },
        ];
        Assert.All(others, other => Assert.NotEqual(usual, Boxes(other, 1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void A_count_out_of_range_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Model.Propose(Request, count, default));

    [Fact]
    public void A_cancelled_request_proposes_nothing() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Model.Propose(Request, 1, new CancellationToken(canceled: true)));

    private ILayoutModel Model => _catalog.LayoutModel("tiny-layout");

    private Box[] Boxes(LayoutRequest request, int count) =>
        [.. Model.Propose(request, count, default).SelectMany(layout => layout.Boxes.Values)];
}
