namespace Creative.Core.Diffusion.Text;

/// <summary>Remembers the prompts of one model that were used last, for all requests; a negative prompt comes back with nearly every one.</summary>
public sealed class CachedTextEncoder : ITextEncoder
{
    /// <summary>40 MB at most for the widest family (SDXL: 77 × 2048 numbers each).</summary>
    public const int DefaultCapacity = 64;

    private readonly int _capacity;
    private readonly Lock _lock = new();
    private readonly LinkedList<(string Prompt, TextEmbedding Text)> _order = new();
    private readonly Dictionary<string, LinkedListNode<(string Prompt, TextEmbedding Text)>> _known = new(StringComparer.Ordinal);

    /// <param name="inner">Of one model: its numbers for a prompt are always the same.</param>
    /// <param name="capacity">Prompts, 1 or more.</param>
    public CachedTextEncoder(ITextEncoder inner, int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        (Inner, _capacity) = (inner, capacity);
    }

    /// <value>Encodes what is not remembered.</value>
    public ITextEncoder Inner { get; }

    public TextEmbedding Encode(string prompt, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(prompt, out var node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
                return node.Value.Text;
            }
        }

        // Outside of the lock: prompts that are known need not wait. Two threads may encode the same one, to the same numbers.
        var text = Inner.Encode(prompt, cancellation);
        lock (_lock)
        {
            if (!_known.ContainsKey(prompt))
            {
                _known[prompt] = _order.AddFirst((prompt, text));
            }

            if (_order.Count > _capacity)
            {
                _known.Remove(_order.Last!.Value.Prompt);
                _order.RemoveLast();
            }
        }

        return text;
    }
}
