namespace Creative.Studio.Rendering;

/// <summary>Where an element stands before the camera. Camera space: x right, y up, z towards the viewer.</summary>
/// <param name="Shape">Number of the solid, see <see cref="Vocabulary.Elements.Shapes"/>.</param>
/// <param name="Rotation">Object to camera.</param>
/// <param name="Scale">Size of the element, 0.1 to 4; around 0.7 fills the picture.</param>
/// <param name="PanX">Shift of the picture to the right, in half widths.</param>
/// <param name="PanY">Shift of the picture upwards, in half widths.</param>
public sealed record Scene(int Shape, Rotation Rotation, float Scale, float PanX, float PanY)
{
    /// <summary>From the camera to the centre of the element.</summary>
    public float Distance { get; init; } = 5.6f;

    /// <summary>Focal length over half the width of the picture.</summary>
    public float Focal { get; init; } = 4.1f;

    /// <summary>Unit vector to the key light.</summary>
    public static (float X, float Y, float Z) Key { get; } = Unit(-.55, .72, .62);

    private static (float X, float Y, float Z) Unit(double x, double y, double z)
    {
        var length = Math.Sqrt((x * x) + (y * y) + (z * z));
        return ((float)(x / length), (float)(y / length), (float)(z / length));
    }
}

/// <summary>A rotation by its rows; x, y, z are the axes of the camera seen from the object.</summary>
public readonly record struct Rotation(
    float XX, float XY, float XZ, float YX, float YY, float YZ, float ZX, float ZY, float ZZ)
{
    /// <summary>Around y (yaw), then x (pitch), then z (roll), in degrees.</summary>
    public static Rotation Of(double yaw, double pitch, double roll)
    {
        var (sy, cy) = Math.SinCos(yaw * Math.PI / 180);
        var (sp, cp) = Math.SinCos(pitch * Math.PI / 180);
        var (sr, cr) = Math.SinCos(roll * Math.PI / 180);
        // x · y: [cy, 0, sy; sp·sy, cp, −sp·cy; −cp·sy, sp, cp·cy]
        double yx = sp * sy, yz = -sp * cy;
        return new Rotation(
            (float)((cr * cy) - (sr * yx)), (float)(-sr * cp), (float)((cr * sy) - (sr * yz)),
            (float)((sr * cy) + (cr * yx)), (float)(cr * cp), (float)((sr * sy) + (cr * yz)),
            (float)(-cp * sy), (float)sp, (float)(cp * cy));
    }
}
