using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering;

/// <summary>What shading needs to know of the points that rays met; directions in camera space.</summary>
internal struct Hits
{
    public Points Normal;

    public Points Direction;

    /// <summary>In units of the scene, so that a larger element reflects more of its surroundings.</summary>
    public Points Position;

    /// <summary>0 open to 1 and more in a fold.</summary>
    public Lanes Occlusion;

    /// <summary>Share of the key light that arrives, up to 1; may be negative in deep shadow.</summary>
    public Lanes KeyLight;

    public Lanes Material;
}

/// <summary>
/// Sphere tracing (J. C. Hart, "Sphere tracing", The Visual Computer 12, 1996) with soft shadows and ambient occlusion taken
/// from the distances along the way to the light and along the normal.
/// </summary>
internal static class Marcher
{
    private const int Steps = 64;
    private const float Touch = .0015f;

    /// <summary>Goes along the rays until each has met the solid or left the ball; a ray that is still under way at last has met it.</summary>
    /// <returns>Whether any met it.</returns>
    public static bool March(Solid solid, Camera camera, ref Rays rays)
    {
        var met = new Mask(default);
        var alive = rays.Alive;
        for (var step = 0; step < Steps && alive.Any; step++)
        {
            var d = solid.At(camera.At(rays)).Distance;
            var now = (d < Touch) & alive;
            met |= now;
            alive &= ~now;
            var next = rays.Way + (d * .9f);
            rays.Way = alive.Select(next, rays.Way);
            alive &= next < rays.End;
        }

        rays.Alive = met | alive;
        return rays.Alive.Any;
    }

    public static Lanes MaterialAt(Solid solid, Camera camera, in Rays rays) => solid.At(camera.At(rays)).Material;

    public static Hits Survey(Solid solid, Camera camera, in Rays rays)
    {
        var at = camera.At(rays);
        var normal = Normal(solid, at);
        Hits hits;
        hits.Material = solid.At(at).Material;
        hits.Occlusion = Occlusion(solid, at, normal);
        hits.KeyLight = KeyLight(solid, camera, at, normal);
        var scale = camera.Scene.Scale;
        hits.Normal = camera.ToCamera(normal);
        hits.Direction = camera.ToCamera(rays.Direction);
        hits.Position = camera.ToCamera(new Points(at.X * scale, at.Y * scale, at.Z * scale));
        return hits;
    }

    /// <summary>Central differences over the corners of a tetrahedron.</summary>
    private static Points Normal(Solid solid, in Points at)
    {
        const float E = .004f;
        var (x, y, z) = at;
        var a = solid.At(new Points(x + E, y - E, z - E)).Distance;
        var b = solid.At(new Points(x - E, y - E, z + E)).Distance;
        var c = solid.At(new Points(x - E, y + E, z - E)).Distance;
        var d = solid.At(new Points(x + E, y + E, z + E)).Distance;
        Lanes nx = a - b - c + d, ny = c + d - a - b, nz = b - a - c + d;
        var unit = 1 / Max(Length(nx, ny, nz), 1e-6f);
        return new Points(nx * unit, ny * unit, nz * unit);
    }

    private static Lanes Occlusion(Solid solid, in Points at, in Points normal)
    {
        var sum = Zero;
        for (var k = 0; k < 4; k++)
        {
            float h = .05f + (.12f * k), weight = .85f / (1 + (1.1f * k)) / h * .3f;
            var d = solid.At(Along(at, normal, h)).Distance;
            sum += Max(h - d, 0) * weight;
        }

        return sum;
    }

    private static Lanes KeyLight(Solid solid, Camera camera, in Points at, in Points normal)
    {
        var (kx, ky, kz) = camera.Key();
        var from = Along(at, normal, .02f);
        Lanes light = 1, way = .06f;
        for (var k = 0; k < 9; k++)
        {
            var d = solid.At(new Points(from.X + (kx * way), from.Y + (ky * way), from.Z + (kz * way))).Distance;
            light = Min(light, 5 * d / way);
            way += Clamp(d, .05f, .2f);
        }

        return light;
    }

    private static Points Along(in Points at, in Points direction, float way) =>
        new(at.X + (direction.X * way), at.Y + (direction.Y * way), at.Z + (direction.Z * way));
}
