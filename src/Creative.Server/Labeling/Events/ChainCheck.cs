using Creative.Contract.V1;

namespace Creative.Server.Labeling.Events;

/// <summary>Walks the chain on the disk and computes every hash again.</summary>
public sealed class ChainCheck(EventStore store)
{
    public async Task<VerifyEventsResponse> RunAsync(CancellationToken cancellation)
    {
        var (count, head, brokenAt) = (0L, EventChain.Start, 0L);
        await foreach (var row in store.AfterAsync(0, cancellation))
        {
            count++;
            var holds = row.Ordinal == count && row.PreviousHash.AsSpan().SequenceEqual(head) && EventChain.HashOf(row).AsSpan().SequenceEqual(row.Hash);
            brokenAt = brokenAt == 0 && !holds ? count : brokenAt;
            head = row.Hash;
        }

        return new VerifyEventsResponse { Events = count, Head = Convert.ToHexStringLower(head), Intact = brokenAt == 0, BrokenAt = brokenAt };
    }
}
