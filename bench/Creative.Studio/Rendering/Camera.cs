using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering;

/// <summary>Sixteen rays of one row of samples, in object space, and where each of them is on its way.</summary>
internal struct Rays
{
    public Points Direction;

    /// <summary>Way from the camera, in object units.</summary>
    public Lanes Way;

    /// <summary>Where the way leaves the ball that holds the element.</summary>
    public Lanes End;

    /// <summary>Rays that meet the ball; after marching, those that meet the element.</summary>
    public Mask Alive;
}

/// <summary>One scene, sampled by a square grid of rays.</summary>
internal sealed class Camera(Scene scene, int samples)
{
    /// <summary>Radius of the ball that holds every element.</summary>
    public const float Bound = 1.42f;

    private readonly Rotation _r = scene.Rotation;
    private readonly float _originX = scene.Rotation.ZX * scene.Distance / scene.Scale;
    private readonly float _originY = scene.Rotation.ZY * scene.Distance / scene.Scale;
    private readonly float _originZ = scene.Rotation.ZZ * scene.Distance / scene.Scale;

    public int Samples => samples;

    public Scene Scene => scene;

    /// <summary>Rays of the samples from <paramref name="column"/> on; false when none meets the ball.</summary>
    public bool Aim(int row, int column, out Rays rays)
    {
        var u = (((Lanes.Index + (column + .5f)) * (2f / samples)) - (1 + scene.PanX)) * (1 / scene.Focal);
        var v = (1 - ((row + .5f) / samples * 2) - scene.PanY) / scene.Focal;
        var unit = 1 / Sqrt((u * u) + ((v * v) + 1));
        Lanes x = u * unit, y = v * unit, z = -unit;
        rays.Direction = new Points(
            (_r.XX * x) + (_r.YX * y) + (_r.ZX * z),
            (_r.XY * x) + (_r.YY * y) + (_r.ZY * z),
            (_r.XZ * x) + (_r.YZ * y) + (_r.ZZ * z));
        var towards = (_originX * rays.Direction.X) + (_originY * rays.Direction.Y) + (_originZ * rays.Direction.Z);
        var outside = (_originX * _originX) + (_originY * _originY) + (_originZ * _originZ) - (Bound * Bound);
        var square = (towards * towards) - outside;
        rays.Alive = square > 0;
        var half = Sqrt(Max(square, 0));
        rays.Way = -towards - half;
        rays.End = half - towards;
        return rays.Alive.Any;
    }

    public Points At(in Rays rays) => new(
        _originX + (rays.Direction.X * rays.Way),
        _originY + (rays.Direction.Y * rays.Way),
        _originZ + (rays.Direction.Z * rays.Way));

    /// <summary>Object to camera space.</summary>
    public Points ToCamera(in Points p) => new(
        (_r.XX * p.X) + (_r.XY * p.Y) + (_r.XZ * p.Z),
        (_r.YX * p.X) + (_r.YY * p.Y) + (_r.YZ * p.Z),
        (_r.ZX * p.X) + (_r.ZY * p.Y) + (_r.ZZ * p.Z));

    /// <summary>Unit vector to the key light, in object space.</summary>
    public (float X, float Y, float Z) Key()
    {
        var (x, y, z) = Scene.Key;
        return ((_r.XX * x) + (_r.YX * y) + (_r.ZX * z), (_r.XY * x) + (_r.YY * y) + (_r.ZY * z), (_r.XZ * x) + (_r.YZ * y) + (_r.ZZ * z));
    }
}
