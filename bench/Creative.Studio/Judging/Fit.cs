using Creative.Studio.Imaging;
using Creative.Studio.Rendering;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Judging;

/// <summary>
/// How a picture differs from the unmoved render of its prompt, as far as moving explains it. Lengths in half widths of the
/// picture. The last four are what no camera of the training does: a picture that needs them is distorted.
/// </summary>
/// <param name="Offset">From the pose of the view.</param>
/// <param name="Scale">Natural logarithm of the size.</param>
/// <param name="Stretch">Wider by this share and lower by the same.</param>
/// <param name="Shear">Half the tangent of the slant.</param>
/// <param name="KeystoneX">How much wider the top is than the middle.</param>
/// <param name="KeystoneY">How much higher the right side is than the middle.</param>
public sealed record Fit(
    ElementAttributes Attributes, Pose Offset, double ShiftX, double ShiftY, double Scale,
    double Stretch, double Shear, double KeystoneX, double KeystoneY)
{
    public static Fit Start(ElementAttributes attributes) => new(attributes, default, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The scene of the fit, without its distortion.</summary>
    public Scene Scene
    {
        get
        {
            var scene = Stage.Set(Attributes, Poses.Of(Attributes.Shape.Class, Attributes.View) + Offset);
            var by = (float)Math.Exp(Scale);
            return scene with
            {
                Scale = scene.Scale * by,
                PanX = (scene.PanX * by) + (float)ShiftX,
                PanY = (scene.PanY * by) + (float)ShiftY,
            };
        }
    }

    private bool IsDistorted => Math.Abs(Stretch) + Math.Abs(Shear) + Math.Abs(KeystoneX) + Math.Abs(KeystoneY) > .004;

    /// <summary>What the picture should look like.</summary>
    internal PixelPlanes Render(int size, int supersampling)
    {
        using var image = PictureRenderer.Render(Scene, [Looks.Of(Attributes)], size, supersampling)[0];
        var planes = PixelPlanes.From(image);
        return IsDistorted ? planes.Through((x, y) => Origin(x, y, size)) : planes;
    }

    /// <summary>Where the distortion takes a pixel from, to first order.</summary>
    private (float X, float Y) Origin(float x, float y, int size)
    {
        var half = size / 2.0;
        double u = (x + .5 - half) / half, v = (half - y - .5) / half;
        var du = (Stretch * u) + (Shear * v) + (KeystoneX * u * v);
        var dv = (-Stretch * v) + (Shear * u) + (KeystoneY * u * v);
        return ((float)(x - (du * half)), (float)(y + (dv * half)));
    }
}
