using System.Collections.Immutable;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Layouts;

namespace Creative.Engine.Onnx;

/// <summary>
/// A flow from noise to boxes (Lipman et al. 2022, arXiv:2210.02747): boxes [batch, 8, 4], time [batch] and what the layout is
/// wanted for → velocity [batch, 8, 4]. A box is centre x, centre y, width, height as shares of the canvas, 0 to 1 as −1 to 1.
/// </summary>
internal sealed class OnnxLayoutModel : ILayoutModel, IDisposable
{
    private const int Steps = 8;
    private const int Numbers = LayoutConditions.Roles * 4;
    private const int MostProposals = 64;

    private readonly OnnxModel _model;

    private OnnxLayoutModel(ModelManifest manifest, OnnxRuntimeHost host)
    {
        Model = manifest.Identity;
        _model = new OnnxModel(
            manifest.Graph,
            host,
            [
                new("boxes", [-1, LayoutConditions.Roles, 4], TensorRule.Floats),
                new("time", [-1], TensorRule.Floats),
                new("present", [-1, LayoutConditions.Roles], TensorRule.Floats),
                new("lengths", [-1, LayoutConditions.Roles], TensorRule.Floats),
                new("canvas", [-1, LayoutConditions.CanvasNumbers], TensorRule.Floats),
            ],
            [new("velocity", [-1, LayoutConditions.Roles, 4], TensorRule.Floats)]);
    }

    public ModelIdentity Model { get; }

    public static OnnxLayoutModel Load(ModelManifest manifest, OnnxRuntimeHost host) => new(manifest, host);

    /// <param name="count">1 to 64. Proposal n starts from noise seeded with the request's seed + n.</param>
    public IReadOnlyList<Layout> Propose(LayoutRequest request, int count, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostProposals);
        var boxes = Noise(request.Seed, count);
        Flow(boxes, count, new LayoutConditions(request, count), cancellation);
        return [.. Enumerable.Range(0, count).Select(i => ToLayout(request, boxes.AsSpan(i * Numbers, Numbers)))];
    }

    /// <summary>Euler's method from noise at t = 0 to boxes at t = 1, in place.</summary>
    internal void Flow(float[] boxes, int count, LayoutConditions conditions, CancellationToken cancellation)
    {
        var velocity = new float[boxes.Length];
        var time = new float[count];
        using var turn = _model.Enter(cancellation);
        turn.Set("present", conditions.Present, count, LayoutConditions.Roles);
        turn.Set("lengths", conditions.Lengths, count, LayoutConditions.Roles);
        turn.Set("canvas", conditions.Canvas, count, LayoutConditions.CanvasNumbers);
        turn.Expect("velocity", count, LayoutConditions.Roles, 4);
        for (var step = 0; step < Steps; step++)
        {
            Array.Fill(time, (float)step / Steps);
            turn.Set("boxes", boxes, count, LayoutConditions.Roles, 4);
            turn.Set("time", time, count);
            turn.Run();
            turn.Get("velocity", velocity);
            for (var i = 0; i < boxes.Length; i++)
            {
                boxes[i] += velocity[i] / Steps;
            }
        }
    }

    public void Dispose() => _model.Dispose();

    private static float[] Noise(ulong seed, int count)
    {
        var noise = new float[count * Numbers];
        for (var i = 0; i < count; i++)
        {
            new TorchRandom(seed + (ulong)i).Normal(noise.AsSpan(i * Numbers, Numbers));
        }

        return noise;
    }

    private static Layout ToLayout(LayoutRequest request, ReadOnlySpan<float> numbers)
    {
        var boxes = ImmutableSortedDictionary.CreateBuilder<LayoutRole, Box>();
        foreach (var role in request.Lengths.Keys)
        {
            var box = numbers.Slice((int)role * 4, 4);
            var (width, height) = (Math.Max(0, Share(box[2])) * request.Canvas.Width, Math.Max(0, Share(box[3])) * request.Canvas.Height);
            boxes[role] = new Box(
                (Share(box[0]) * request.Canvas.Width) - (width / 2), (Share(box[1]) * request.Canvas.Height) - (height / 2), width, height);
        }

        return new Layout(request.Canvas, request.Composition, boxes.ToImmutable());
    }

    private static double Share(float number) => (number + 1) / 2;
}
