namespace Creative.Core.Scoring.Learning;

/// <summary>What the numbers known of an element are, in their order.</summary>
/// <param name="Look">First its place among pictures, 0 to 4096 numbers.</param>
/// <param name="Measured">Then what can be measured, 0 to 4096.</param>
/// <param name="Words">Then the words of its prompt, 0 to 4096; without any, or without a look, nothing is expected of a prompt.</param>
public sealed record InputLayout(int Look, int Measured, int Words)
{
    /// <summary>Numbers in all.</summary>
    public int Length => Look + Measured + Words;

    /// <summary>Numbers that describe the picture itself: look and measured ones.</summary>
    public int Seen => Look + Measured;

    /// <summary>Whether a prompt says what its elements should look like.</summary>
    public bool ExpectsLooks => Look > 0 && Words > 0;

    public ReadOnlySpan<float> LookOf(ReadOnlySpan<float> inputs) => inputs[..Look];

    public ReadOnlySpan<float> SeenOf(ReadOnlySpan<float> inputs) => inputs[..Seen];

    public ReadOnlySpan<float> WordsOf(ReadOnlySpan<float> inputs) => inputs[Seen..];
}
