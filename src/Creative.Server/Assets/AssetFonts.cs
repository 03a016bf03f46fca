using Creative.Contract.V1;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Fonts;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>The fonts of layered documents, whole, to be installed where somebody goes on working with them.</summary>
public sealed class AssetFonts(AssetSources sources)
{
    /// <exception cref="RpcException">As <see cref="AssetSources.GetAsync"/>.</exception>
    public async Task<ListAssetFontsResponse> ListAsync(Asset asset, CancellationToken cancellation) => new()
    {
        Fonts =
        {
            SvgFaces.Of(await sources.GetAsync(asset, cancellation)).Select(face => new Font
            {
                Family = face.Family,
                Weight = face.Weight,
                ByteSize = new FileInfo(Require(face)).Length,
                Licence = FontLibrary.Licence(face.Family),
            }),
        },
    };

    /// <exception cref="RpcException">NOT_FOUND: the family is not installed.</exception>
    public static Stream Open(DownloadFontRequest request) => File.OpenRead(Require(new FontFace(request.Family, request.Weight)));

    private static string Require(FontFace face) => FontLibrary.Find(face) ?? throw Refusals.NotFound("font", face.Family);
}
