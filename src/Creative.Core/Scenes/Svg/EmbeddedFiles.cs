using Creative.Core.Imaging;

namespace Creative.Core.Scenes;

/// <summary>Files inside a layered document, made by whoever can draw, encode and take fonts apart.</summary>
/// <param name="Png">Encodes RGB or premultiplied RGBA pixels.</param>
/// <param name="Draw">Draws nodes over black as RGB pixels, which the caller disposes.</param>
/// <param name="Font">A face with no more than the characters of a text, as WOFF.</param>
public sealed record EmbeddedFiles(
    Func<PixelImage, byte[]> Png, Func<CanvasSize, IReadOnlyList<SceneNode>, PixelImage> Draw, Func<FontFace, string, byte[]> Font);
