using System.Collections.Immutable;
using System.Text.Json;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Engine.Onnx;
using Creative.Engine.Tests.Models;
using Xunit;

namespace Creative.Engine.Tests.Onnx;

/// <summary>The shipped model against what PyTorch computed when it was exported: models/layout-mini/testdata/reference.json.</summary>
public sealed class LayoutMiniTests : IDisposable
{
    private readonly ModelCatalog _catalog = new(ShippedModels.Folder, new EngineOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_flow_ends_where_torch_ends(int index)
    {
        using var reference = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(ShippedModels.Folder, "layout-mini", "testdata", "reference.json")));
        var root = reference.RootElement;
        var boxes = Numbers(root.GetProperty("inputs").GetProperty("boxes")[index]);
        var expected = Numbers(root.GetProperty("trajectory").GetProperty("states")[8][index]);
        var model = Assert.IsType<OnnxLayoutModel>(_catalog.LayoutModel("layout-mini"));
        model.Flow(boxes, 1, new LayoutConditions(Request(root.GetProperty("cases")[index]), 1), default);
        Assert.All(expected.Zip(boxes), pair => Assert.Equal(pair.First, pair.Second, root.GetProperty("tolerance").GetSingle()));
    }

    [Theory]
    [InlineData(1200, 628, CompositionFamily.TextLeft)]
    [InlineData(728, 90, CompositionFamily.Strip)]
    [InlineData(300, 1050, CompositionFamily.Stacked)]
    public void Proposals_are_the_same_every_time_and_lie_about_the_canvas(int width, int height, CompositionFamily composition)
    {
        var lengths = ImmutableSortedDictionary<LayoutRole, double>.Empty
            .Add(LayoutRole.Headline, 8).Add(LayoutRole.CallToAction, 4).Add(LayoutRole.Logo, 3).Add(LayoutRole.AiLabel, 3.3).Add(LayoutRole.Hero, 0);
        var request = new LayoutRequest(new CanvasSize(width, height), Insets.None, composition, lengths, Seed: 18);
        var model = _catalog.LayoutModel("layout-mini");
        var layouts = model.Propose(request, 8, default);
        Assert.Equal(8, layouts.Count);
        Assert.Equal(Boxes(layouts), Boxes(model.Propose(request, 8, default)));
        Assert.All(Boxes(layouts), box =>
        {
            Assert.InRange(box.CenterX, 0, width);
            Assert.InRange(box.CenterY, 0, height);
        });
    }

    private static LayoutRequest Request(JsonElement item)
    {
        var (width, height) = (item.GetProperty("width").GetInt32(), item.GetProperty("height").GetInt32());
        var safe = Numbers(item.GetProperty("insets"));
        var composition = Enum.Parse<CompositionFamily>(item.GetProperty("composition").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        var lengths = item.GetProperty("em_or_aspect").EnumerateObject().ToImmutableSortedDictionary(
            pair => pair.Name == "cta" ? LayoutRole.CallToAction : Enum.Parse<LayoutRole>(pair.Name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            pair => pair.Value.GetDouble());
        return new LayoutRequest(
            new CanvasSize(width, height), new Insets(safe[0] * height, safe[1] * width, safe[2] * height, safe[3] * width), composition, lengths, Seed: 0);
    }

    private static Box[] Boxes(IEnumerable<Layout> layouts) => [.. layouts.SelectMany(layout => layout.Boxes.Values)];

    private static float[] Numbers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().SelectMany(Numbers)] : [value.GetSingle()];
}
