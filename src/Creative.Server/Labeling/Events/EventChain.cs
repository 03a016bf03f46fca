using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Creative.Contract.V1;
using Creative.Server.Labeling.Storage;
using Google.Protobuf;

namespace Creative.Server.Labeling.Events;

/// <summary>
/// Links events to each other: each hash covers the hash before and all that is stored of its event, so nothing can be
/// changed, inserted or taken out without every later hash changing. The head is worth writing down elsewhere now and then:
/// cutting off the end is the one thing that a chain does not show by itself.
/// </summary>
internal static class EventChain
{
    /// <value>What the first link names as the hash before.</value>
    public static readonly byte[] Start = new byte[SHA256.HashSizeInBytes];

    /// <summary>The same content always as the same bytes: without unknown fields, scores ordered by dimension.</summary>
    public static byte[] CanonicalBytes(ScoreEvent content)
    {
        var known = ScoreEvent.Parser.WithDiscardUnknownFields(true).ParseFrom(content.ToByteArray());
        var scores = known.Scores.OrderBy(score => score.Key, StringComparer.Ordinal).ToArray();
        known.Scores.Clear();
        foreach (var (dimension, score) in scores)
        {
            known.Scores.Add(dimension, score);
        }

        return known.ToByteArray();
    }

    /// <summary>SHA-256 over previous hash, ordinal, time, probability and, each after its length, event id, project, item, rater, strategy and content.</summary>
    public static byte[] HashOf(EventRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(row.PreviousHash);
        Append(hash, row.Ordinal);
        Append(hash, row.StoredAt);
        Append(hash, BitConverter.DoubleToInt64Bits(row.Probability));
        foreach (var text in (ReadOnlySpan<string>)[row.EventId, row.Project, row.ItemId, row.Rater, row.Strategy])
        {
            Append(hash, Encoding.UTF8.GetBytes(text));
        }

        Append(hash, row.Content);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Append(hash, (long)bytes.Length);
        hash.AppendData(bytes);
    }
}
