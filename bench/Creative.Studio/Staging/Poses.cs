using Creative.Studio.Rendering;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Staging;

/// <summary>How an element is turned towards the camera, in degrees.</summary>
/// <param name="Yaw">Around the vertical; positive shows its left side.</param>
/// <param name="Pitch">Forwards; positive shows its top.</param>
/// <param name="Roll">In the picture; positive turns it counter-clockwise.</param>
public readonly record struct Pose(double Yaw, double Pitch, double Roll)
{
    public Rotation Rotation => Rotation.Of(Yaw, Pitch, Roll);

    public static Pose operator +(Pose a, Pose b) => new(a.Yaw + b.Yaw, a.Pitch + b.Pitch, a.Roll + b.Roll);
}

/// <summary>The pose that each view of each class means, and how far a picture may stray from it.</summary>
public static class Poses
{
    private const double FlatFromAbove = 26;

    /// <summary>A pose of the training set is at most this far from its view's.</summary>
    public static Pose Jitter { get; } = new(2.5, 2.0, 1.5);

    public static Pose Of(ElementClass kind, string view)
    {
        var pose = view switch
        {
            "front view" => new Pose(0, 6, 0),
            "three-quarter view" => new Pose(-36, 15, 0),
            "right view" => new Pose(36, 15, 0),
            "top view" => new Pose(-24, 42, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, $"Expected one of {string.Join(", ", Elements.Views)}."),
        };
        var (front, top) = (view == "front view", view == "top view");
        return kind.Id switch
        {
            "piggy-bank" => pose with { Yaw = front ? -62 : top ? -42 : view == "right view" ? 208 : -28 },
            "gold-bars" => new Pose(front ? -12 : pose.Yaw, pose.Pitch + 12, 0),
            "gift-box" => new Pose(front ? -8 : pose.Yaw, pose.Pitch + 9, 0),
            "gold-coin" => pose with { Pitch = front ? 3 : top ? FlatFromAbove : -4 },
            "red-packet" or "shield" when top => pose with { Pitch = FlatFromAbove },
            _ => pose,
        };
    }

    /// <summary>The view's pose, moved by three numbers from −1 to 1.</summary>
    public static Pose Of(ElementClass kind, string view, (double Yaw, double Pitch, double Roll) jitter) =>
        Of(kind, view) + new Pose(jitter.Yaw * Jitter.Yaw, jitter.Pitch * Jitter.Pitch, jitter.Roll * Jitter.Roll);
}
