using Creative.Contract.V1;
using Creative.Core.Storage;
using Creative.Server.Errors;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Storage;
using Grpc.Core;

namespace Creative.Server.Labeling.Items;

/// <summary>The images of items, for those who may see them.</summary>
public sealed class ItemFiles(ProjectBoards boards, IBlobStore blobs)
{
    /// <exception cref="RpcException">
    /// NOT_FOUND: there is no such item, or the caller was never asked about it, which is the same for who may not know;
    /// DATA_LOSS: the file was taken away behind the server's back.
    /// </exception>
    public Stream Open(string itemId, RaterRow caller)
    {
        var sha256 = boards.OfItem(itemId)?.Read(state => state.Item(itemId) is { } item && MaySee(item, caller) ? item.Sha256 : null)
            ?? throw Refusals.NotFound("item", itemId);
        return blobs.Open(sha256) ?? throw Refusals.With(StatusCode.DataLoss, $"The image of item '{itemId}' is gone from the server's disk.");
    }

    private static bool MaySee(BoardItem item, RaterRow caller) =>
        caller.Role >= RaterRole.Lead || item.Use == ItemUse.Example || item.WasAsked(caller.Id) || item.IsSettledFor(caller.Id);
}
