using System.Collections.Concurrent;
using Creative.Studio.Rendering;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Staging;

/// <summary>Puts elements before the camera so that the unmoved pose of a view fills 90 % of the picture.</summary>
public static class Stage
{
    private const float Margin = .90f;
    private const int Samples = 160;

    private static readonly ConcurrentDictionary<(int Shape, string View), (float Scale, float PanX, float PanY)> Frames = [];

    public static Scene Set(ElementAttributes attributes, Pose pose) => Set(attributes.Shape, attributes.View, pose);

    /// <summary>The scene of a pose, framed as its view is.</summary>
    public static Scene Set(ElementShape shape, string view, Pose pose)
    {
        var (scale, panX, panY) = Frames.GetOrAdd((shape.Number, view), _ => Frame(shape, Poses.Of(shape.Class, view)));
        return new Scene(shape.Number, pose.Rotation, scale, panX, panY);
    }

    /// <param name="jitter">Three numbers from −1 to 1 that move yaw, pitch and roll.</param>
    public static Scene Set(ElementShape shape, string view, (double Yaw, double Pitch, double Roll) jitter) =>
        Set(shape, view, Poses.Of(shape.Class, view, jitter));

    private static (float Scale, float PanX, float PanY) Frame(ElementShape shape, Pose pose)
    {
        var scene = new Scene(shape.Number, pose.Rotation, .7f, 0, 0);
        for (var round = 0; round < 4; round++) // perspective makes it a fixed point, not a formula
        {
            var (left, top, right, bottom) = SurfaceMap.Bounds(scene, Samples)
                ?? throw new InvalidOperationException($"{shape.Class.Id} {shape.Variant} is not to be seen.");
            var zoom = Margin * Samples / Math.Max(bottom - top + 1, right - left + 1);
            var x = ((left + right + 1f) / Samples) - 1;
            var y = 1 - ((top + bottom + 1f) / Samples);
            scene = scene with { Scale = scene.Scale * zoom, PanX = (scene.PanX - x) * zoom, PanY = (scene.PanY - y) * zoom };
        }

        return (scene.Scale, scene.PanX, scene.PanY);
    }
}
