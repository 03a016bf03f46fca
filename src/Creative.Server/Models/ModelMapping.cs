using Creative.Contract.V1;
using Creative.Engine;
using Creative.Server.Models.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Creative.Server.Models;

/// <summary>Models as messages of the contract.</summary>
internal static class ModelMapping
{
    public static ModelVersion ToMessage(ModelVersionRow row) => new()
    {
        ModelId = row.ModelId,
        Version = row.Version,
        Kind = row.Kind,
        Sha256 = row.Sha256,
        ByteSize = row.ByteSize,
        CreateTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt)),
        Origin = ModelOrigin.Parser.ParseFrom(row.Origin),
    };

    /// <summary>The version of the installation.</summary>
    public static ModelVersion ToMessage(ModelManifest manifest) => new()
    {
        ModelId = manifest.Identity.Id,
        Version = manifest.Identity.Version,
        Kind = manifest.Kind.ToString().ToLowerInvariant(),
        Sha256 = manifest.Identity.Sha256,
        ByteSize = manifest.Files.Sum(name => new FileInfo(Path.Combine([manifest.Folder, .. name.Split('/')])) is { Exists: true } file ? file.Length : 0),
        Shipped = true,
    };

    public static AliasMove ToMessage(AliasMoveRow row) => new()
    {
        Alias = row.Alias,
        From = row.FromVersion,
        To = row.ToVersion,
        Share = row.Share,
        Who = row.Who,
        Why = row.Why,
        Time = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(row.MovedAt)),
    };
}
