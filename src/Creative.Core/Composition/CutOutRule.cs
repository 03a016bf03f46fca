using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Scenes;

namespace Creative.Core.Composition;

/// <summary>
/// What a picture without alpha may be used for: to fill the canvas behind everything. Anywhere else its own background would
/// stand in the scene as a rectangle.
/// </summary>
internal static class CutOutRule
{
    /// <summary>Asked before anything is painted, since a full-size model takes minutes.</summary>
    /// <exception cref="NoCutOutException">The painter's pictures have no alpha.</exception>
    public static IElementPainter Require(IElementPainter painter) => painter.MakesCutOuts
        ? painter
        : throw new NoCutOutException(
            $"Model '{painter.Model.Id}' paints RGB and has no matting/model.onnx, so that its pictures may only fill a canvas as its background; elements need cut-outs");

    /// <exception cref="NoCutOutException">A node shows a picture without alpha other than as the background.</exception>
    public static void Check(IReadOnlyList<SceneNode> nodes, CanvasSize canvas)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is ImageNode { Image.Channels: 3 } image && !(i == 0 && Covers(image, canvas)))
            {
                throw new NoCutOutException(
                    $"The picture of '{image.Role}' has no alpha, so that it may only fill the canvas of {canvas} behind everything, not {image.Destination}");
            }
        }
    }

    private static bool Covers(ImageNode image, CanvasSize canvas)
    {
        var box = image.Destination;
        return image is { Rotation: 0, Silhouette: null } && box.X <= 0 && box.Y <= 0 && box.Right >= canvas.Width && box.Bottom >= canvas.Height;
    }
}

/// <summary>Elements were asked of a model that makes no cut-outs. The message is fit for clients.</summary>
public sealed class NoCutOutException(string message) : InvalidOperationException(message);
