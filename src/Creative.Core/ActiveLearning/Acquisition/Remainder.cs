namespace Creative.Core.ActiveLearning.Acquisition;

/// <summary>Which of a number of items are left; taking one and drawing the n-th are O(1).</summary>
internal sealed class Remainder
{
    private readonly int[] _items;
    private readonly int[] _places;

    public Remainder(int count)
    {
        (_items, _places, Count) = (Enumerable.Range(0, count).ToArray(), Enumerable.Range(0, count).ToArray(), count);
    }

    public int Count { get; private set; }

    public int this[int place] => place < Count ? _items[place] : throw new InvalidOperationException("All are taken.");

    public bool Contains(int item) => _places[item] < Count;

    public void Take(int item)
    {
        var place = _places[item];
        if (place >= Count)
        {
            return;
        }

        var last = _items[--Count];
        (_items[place], _places[last]) = (last, place);
        (_items[Count], _places[item]) = (item, Count);
    }
}
