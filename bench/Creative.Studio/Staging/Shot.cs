using Creative.Core.Imaging;
using Creative.Core.Numerics;
using Creative.Studio.Rendering;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Staging;

/// <summary>One picture to be drawn: what it shows, and how far its pose is from the one that the view means.</summary>
public sealed record Shot(ElementAttributes Attributes, Pose Offset)
{
    public Scene Scene => Stage.Set(Attributes, Poses.Of(Attributes.Shape.Class, Attributes.View) + Offset);

    /// <summary>A pose of the training set, by seed.</summary>
    public static Shot Jittered(ElementAttributes attributes, ulong seed)
    {
        var random = new SeededRandom(seed);
        return new Shot(attributes, new Pose(
            random.Between(-1, 1) * Poses.Jitter.Yaw, random.Between(-1, 1) * Poses.Jitter.Pitch, random.Between(-1, 1) * Poses.Jitter.Roll));
    }

    public PixelImage Render(int size, int supersampling = 3) => PictureRenderer.Render(Scene, [Looks.Of(Attributes)], size, supersampling)[0];
}
