using System.Security.Cryptography;
using System.Text;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Engine.Imaging;

namespace Creative.Bench.Gallery;

/// <summary>A painter whose pictures are kept in a folder, so that looking at a style again does not paint again.</summary>
internal sealed class StoredPainter(IElementPainter painter, string folder) : IElementPainter
{
    private readonly Rasterizer _files = new();

    public ModelIdentity Model => painter.Model;

    public ElementVocabulary Vocabulary => painter.Vocabulary;

    public bool MakesCutOuts => painter.MakesCutOuts;

    public IReadOnlyList<PixelImage> Paint(IReadOnlyList<PaintRequest> requests, Action<PaintProgress>? progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string[] files = [.. requests.Select(File)];
        if (!files.All(System.IO.File.Exists))
        {
            var painted = painter.Paint(requests, progress, cancellation);
            for (var i = 0; i < painted.Count; i++)
            {
                using var image = painted[i];
                System.IO.File.WriteAllBytes(files[i], _files.Encode(image, ImageFormat.Png, 100));
            }
        }

        // Read back even when just painted: the first run then shows the same pixels as the next.
        return [.. files.Select(f => _files.Decode(System.IO.File.ReadAllBytes(f)))];
    }

    private string File(PaintRequest request) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{painter.Model.Sha256} {request}")))[..24] + ".png");
}
