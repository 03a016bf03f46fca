using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Server.Storage;

namespace Creative.Server.Painting;

/// <summary>Painted elements on disk, by what made them, so that a repeated or resumed render paints nothing twice. Never fails a render.</summary>
/// <param name="folder">Made when it is not there.</param>
/// <param name="limit">Bytes; 0 keeps nothing.</param>
public sealed class ElementCache(string folder, long limit, ILogger<ElementCache> logger)
{
    private readonly BoundedFiles _files = new(folder, limit, logger);

    /// <summary>What decides the pixels: the model's weights and every member of the request.</summary>
    public static string KeyOf(ModelIdentity model, PaintRequest request) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        model.Sha256,
        request.Seed.ToString(CultureInfo.InvariantCulture),
        request.Steps.ToString(CultureInfo.InvariantCulture),
        request.Guidance.ToString("R", CultureInfo.InvariantCulture),
        request.Scheduler,
        request.FewSteps ? "few" : "many",
        request.Prompt.ReplaceLineEndings(" "),
        request.NegativePrompt.ReplaceLineEndings(" "),
        request.Start is { } start ? KeyOf(start) : "from noise"))));

    private static string KeyOf(StartImage start) => string.Join(
        '\n',
        start.Picture.Size,
        Convert.ToHexStringLower(SHA256.HashData(start.Picture.Pixels)),
        start.Strength.ToString("R", CultureInfo.InvariantCulture),
        start.Mask is { } mask ? Convert.ToHexStringLower(SHA256.HashData(mask.Span)) : "whole");

    /// <summary>The image, or null when it is not there. The caller disposes it.</summary>
    public PixelImage? Find(string key)
    {
        if (_files.Find(key) is not { } bytes)
        {
            return null;
        }

        try
        {
            return PixelFile.Read(bytes);
        }
        catch (InvalidDataException e)
        {
            _files.Discard(key, e);
            return null;
        }
    }

    public void Keep(string key, PixelImage image) => _files.Keep(key, PixelFile.Write(image));
}
