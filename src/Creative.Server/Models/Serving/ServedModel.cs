using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Creative.Server.Models.Serving;

/// <summary>The versions of one model that take new work, held in memory by their leases.</summary>
/// <param name="Challenger">Null: none.</param>
/// <param name="Share">Of the requests that the challenger takes, 0 to 1.</param>
public sealed record ServedModel(ModelLease Champion, ModelLease? Challenger = null, double Share = 0)
{
    /// <summary>Whose turn a request is: always the same side for the same request and share.</summary>
    /// <param name="request">Anything that tells requests apart, such as a fingerprint; null: the champion's.</param>
    public ModelLease For(string? request) => Challenger is { } challenger && request is not null && PlaceOf(challenger.Key.Id, request) < Share ? challenger : Champion;

    /// <summary>Where a request falls between 0 and 1, evenly over requests.</summary>
    public static double PlaceOf(string modelId, string request) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"traffic\n{modelId}\n{request}"))) / 18446744073709551616.0;
}
