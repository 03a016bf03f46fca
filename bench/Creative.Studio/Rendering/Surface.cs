using System.Runtime.CompilerServices;

namespace Creative.Studio.Rendering;

/// <summary>Sixteen points in object space: x to the right, y up, z out of the element's face.</summary>
internal readonly struct Points(Lanes x, Lanes y, Lanes z)
{
    public Lanes X { get; } = x;

    public Lanes Y { get; } = y;

    public Lanes Z { get; } = z;

    public void Deconstruct(out Lanes x, out Lanes y, out Lanes z) => (x, y, z) = (X, Y, Z);
}

/// <summary>How far a solid is from each point, and the number of the material that is nearest (<see cref="MaterialRow"/>).</summary>
internal struct Surface
{
    public Lanes Distance;

    public Lanes Material;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Surface(Lanes distance, Lanes material)
    {
        Distance = distance;
        Material = material;
    }

    /// <summary>Adds a part made of one material.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Lanes distance, Lanes material)
    {
        Material = (distance < Distance).Select(material, Material);
        Distance = Lanes.Min(Distance, distance);
    }
}

/// <summary>What a solid's parts are made of; the rows of a <see cref="Look"/>.</summary>
public enum MaterialRow
{
    Main,
    Second,
    Trim,
    Dark,
    White,
    WarmAccent,
    Glass,
}

/// <summary>The shape of one element variant.</summary>
internal abstract class Solid
{
    protected const float Main = (float)MaterialRow.Main;
    protected const float Second = (float)MaterialRow.Second;
    protected const float Trim = (float)MaterialRow.Trim;
    protected const float Dark = (float)MaterialRow.Dark;
    protected const float White = (float)MaterialRow.White;
    protected const float WarmAccent = (float)MaterialRow.WarmAccent;
    protected const float Glass = (float)MaterialRow.Glass;

    public abstract Surface At(in Points points);
}
