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
    private static readonly Dictionary<string, Pose> Common = new(StringComparer.Ordinal)
    {
        ["front view"] = new(0, 6, 0),
        ["three-quarter view"] = new(-36, 15, 0),
        ["right view"] = new(36, 15, 0),
        ["top view"] = new(-24, 42, 0),
    };

    /// <summary>Where the common pose does not flatter; flat things are seen from above less steeply. Yaw and pitch.</summary>
    private static readonly Dictionary<string, (string View, double Yaw, double Pitch)[]> Own = new(StringComparer.Ordinal)
    {
        ["gold-coin"] = [("front view", 0, 3), ("three-quarter view", -36, -4), ("right view", 36, -4), ("top view", -24, 26)],
        ["red-packet"] = [("top view", -24, 26)],
        ["shield"] = [("top view", -24, 26)],
        ["gift-box"] = [("front view", -8, 15), ("three-quarter view", -36, 24), ("right view", 36, 24), ("top view", -24, 51)],
        ["gold-bars"] = [("front view", -12, 18), ("three-quarter view", -36, 27), ("right view", 36, 27), ("top view", -24, 54)],
        ["piggy-bank"] = [("front view", -62, 6), ("three-quarter view", -28, 15), ("right view", 208, 15), ("top view", -42, 42)],
        ["wallet"] = [("three-quarter view", -30, 13), ("right view", 32, 13), ("top view", -22, 34)],
        ["rocket"] = [("front view", 0, 4), ("three-quarter view", -26, 8), ("right view", 30, 8), ("top view", -18, 24)],
        ["trophy"] = [("three-quarter view", -20, 13), ("right view", 20, 13), ("top view", -14, 36)],
        ["safe"] = [("top view", -26, 32)],
        ["calendar"] = [("top view", -24, 30)],
        ["coupon"] = [("three-quarter view", -30, 10), ("right view", 30, 10), ("top view", -22, 30)],
        ["phone"] = [("three-quarter view", -28, 10), ("right view", 28, 10), ("top view", -24, 32)],
        ["bank-card"] = [("three-quarter view", -30, 10), ("right view", 30, 10), ("top view", -22, 32)],
        ["chart"] = [("top view", -24, 34)],
    };

    /// <summary>A pose of the training set is at most this far from its view's.</summary>
    public static Pose Jitter { get; } = new(2.5, 2.0, 1.5);

    /// <exception cref="ArgumentOutOfRangeException">There is no such view.</exception>
    public static Pose Of(ElementClass kind, string view)
    {
        if (!Common.TryGetValue(view, out var common))
        {
            throw new ArgumentOutOfRangeException(nameof(view), view, $"Expected one of {string.Join(", ", Elements.Views)}.");
        }

        var own = Own.GetValueOrDefault(kind.Id)?.FirstOrDefault(pose => pose.View == view);
        return own is { View: not null } found ? new Pose(found.Yaw, found.Pitch, 0) : common;
    }

    /// <summary>The view's pose, moved by three numbers from −1 to 1.</summary>
    public static Pose Of(ElementClass kind, string view, (double Yaw, double Pitch, double Roll) jitter) =>
        Of(kind, view) + new Pose(jitter.Yaw * Jitter.Yaw, jitter.Pitch * Jitter.Pitch, jitter.Roll * Jitter.Roll);
}
