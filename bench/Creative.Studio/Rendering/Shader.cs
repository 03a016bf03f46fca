using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Creative.Studio.Rendering.Lanes;

namespace Creative.Studio.Rendering;

/// <summary>Colours of points that rays met, in one look: a studio with a soft box, two strips, sky and floor.</summary>
internal sealed class Shader
{
    private readonly Look _look;
    private readonly Vector512<float> _red, _green, _blue, _metal, _rough;

    /// <exception cref="ArgumentException">The look does not have one material for each row.</exception>
    public Shader(Look look)
    {
        if (look.Materials.Count != Enum.GetValues<MaterialRow>().Length)
        {
            throw new ArgumentException($"{look.Materials.Count} materials, expected one for each of {string.Join(", ", Enum.GetNames<MaterialRow>())}.", nameof(look));
        }

        _look = look;
        _red = Table(look, material => material.Colour.R);
        _green = Table(look, material => material.Colour.G);
        _blue = Table(look, material => material.Colour.B);
        _metal = Table(look, material => material.Metal);
        _rough = Table(look, material => material.Roughness);
    }

    /// <summary>sRGB, 0 to 1.</summary>
    public void Shade(in Hits hits, out Lanes red, out Lanes green, out Lanes blue)
    {
        var light = Lit(hits, LookUp(_rough, hits.Material));
        var metal = LookUp(_metal, hits.Material);
        red = Channel(light, LookUp(_red, hits.Material), metal, _look.Key.R, _look.Rim.R, _look.Sky.R);
        green = Channel(light, LookUp(_green, hits.Material), metal, _look.Key.G, _look.Rim.G, _look.Sky.G);
        blue = Channel(light, LookUp(_blue, hits.Material), metal, _look.Key.B, _look.Rim.B, _look.Sky.B);
    }

    private static Vector512<float> Table(Look look, Func<Material, float> column)
    {
        Span<float> table = stackalloc float[Count];
        for (var i = 0; i < look.Materials.Count; i++)
        {
            table[i] = column(look.Materials[i]);
        }

        return Vector512.Create<float>(table);
    }

    /// <summary>Everything about the light at a point that does not depend on the colour channel.</summary>
    private Light Lit(in Hits q, Lanes rough)
    {
        var (nx, ny, nz) = q.Normal;
        var (dx, dy, dz) = q.Direction;
        var towards = (nx * dx) + (ny * dy) + (nz * dz);
        var view = Clamp(-towards, 0, 1);
        // Near surroundings: where the point lies moves the reflection, so that flat faces carry a gradient.
        var rx = dx - (2 * towards * nx) + (.34f * q.Position.X);
        var ry = dy - (2 * towards * ny) + (.34f * q.Position.Y);
        var rz = dz - (2 * towards * nz);
        var unit = 1 / Max(Length(rx, ry, rz), 1e-3f);
        (rx, ry, rz) = (rx * unit, ry * unit, rz * unit);
        var (kx, ky, kz) = Scene.Key;
        var mirrored = (rx * kx) + (ry * ky) + (rz * kz);
        var facing = (nx * kx) + (ny * ky) + (nz * kz);
        var edge = 1 - view;
        var spec = Max(mirrored, 0);
        for (var i = 0; i < 5; i++)
        {
            spec *= spec;
        }

        Light light;
        light.Rough = rough;
        light.Below = Max(-ny, 0) * .10f;
        light.Surroundings = Surroundings(rx, ry, rz, mirrored, rough);
        light.Open = Clamp(1 - q.Occlusion, .15f, 1);
        light.Shadow = (Clamp(q.KeyLight, 0, 1) * .72f) + .28f;
        light.Diffuse = Max((facing * .72f) + .28f, 0) * light.Shadow * _look.KeyStrength;
        light.Ambient = ((.47f + (.26f * ny) + (.16f * Max(nz, 0))) * light.Open) + (.12f * light.Open);
        light.Fresnel = edge * edge * (edge * edge) * edge;
        light.OpenToSurroundings = .45f + (.55f * light.Open);
        light.Spec = spec;
        light.Rim = edge * edge * edge * SmoothStep(-.2f, .6f, (ny * .5f) + (Abs(nx) * .6f)) * .6f;
        light.Glow = Clamp(light.Surroundings * .8f * light.OpenToSurroundings, 0, 1);
        light.Bleach = SmoothStep(1.1f, 3.2f, light.Surroundings) * .55f;
        return light;
    }

    /// <summary>Brightness seen in a direction: sky, floor, a soft box at the key, two strips, a front fill.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Lanes Surroundings(Lanes x, Lanes y, Lanes z, Lanes mirrored, Lanes rough)
    {
        var w = .06f + (.5f * rough);
        var box = SmoothStep(.86f - (w * .6f), .92f + (w * .3f), mirrored) * (2.5f - (1.9f * rough));
        var left = SmoothStep(.34f + (w * .3f), .16f - (w * .3f), Abs(x + .72f)) * SmoothStep(-.55f, -.1f, y) * 1.1f;
        var right = SmoothStep(.24f + (w * .3f), .10f - (w * .3f), Abs(x - .82f)) * .9f;
        var sky = .17f + (.60f * SmoothStep(-.35f, .75f, y)) + (.18f * SmoothStep(-.35f, -.95f, y));
        var front = SmoothStep(.15f, .95f, z) * (.34f + (.42f * SmoothStep(-.25f, .45f, y - (.55f * x))));
        return sky + box + left + right + front;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Lanes Channel(in Light q, Lanes colour, Lanes metal, float key, float rim, float sky)
    {
        // Light inside a metal's folds is reflected twice: deep parts take the squared colour, bright ones bleach.
        var deep = colour * (.35f + (.65f * colour));
        var tint = deep + ((colour - deep) * q.Glow) + ((1 - colour) * q.Bleach);
        var reflected = q.Surroundings * q.OpenToSurroundings;
        var plastic = (colour * ((q.Diffuse * (key * .98f)) + (q.Ambient * sky)))
            + (colour * colour * q.Below)
            + ((.06f + (.94f * q.Fresnel)) * reflected * (1 - (.6f * q.Rough)))
            + (q.Spec * (1 - q.Rough) * (.55f * key) * q.Shadow);
        var metallic = ((tint + ((1 - colour) * q.Fresnel)) * ((reflected * (1.08f * ((.25f * sky) + (.75f * key)))) + .16f))
            + (colour * q.Diffuse * (.26f * key));
        var value = 1.20f * (((1 - metal) * plastic) + (metal * metallic) + (q.Rim * rim * q.Open));
        var filmic = value * ((2.51f * value) + .03f) / ((value * ((2.43f * value) + .59f)) + .14f);
        return Clamp((.40f * filmic) + (.60f * value / (1 + (.26f * value))), 0, 1);
    }

    private struct Light
    {
        public Lanes Rough, Below, Surroundings, Open, Shadow, Diffuse, Ambient, Fresnel, OpenToSurroundings, Spec, Rim, Glow, Bleach;
    }
}
