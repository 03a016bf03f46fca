using System.Collections.Immutable;

namespace Creative.Core.Datasets.Material;

/// <summary>A score corrected for the raters' bias and noise.</summary>
/// <param name="Value">Points.</param>
/// <param name="Error">Standard error, points.</param>
/// <param name="Count">Judgements it rests on.</param>
public sealed record CorrectedScore(double Value, double Error, int Count);

/// <summary>An image as it is in a dataset: what is learnt from, and where each part of it comes from.</summary>
/// <param name="Split">Name of a split.</param>
/// <param name="UsableChance">That it is usable, from the verdicts (Dawid and Skene), 0 to 1.</param>
/// <param name="Scores">By dimension of the dataset, where anybody gave one.</param>
/// <param name="Raters">Whose judgements these are.</param>
public sealed record DatasetRow(
    RatedItem Item, string Split, double UsableChance, ImmutableSortedDictionary<string, CorrectedScore> Scores, int Raters)
{
    public bool Usable => UsableChance >= 0.5;

    /// <value>What a trainer reads: the prompt on one line or, where there is none, the class.</value>
    public string Caption => Item.Source.Prompt.ReplaceLineEndings(" ").Trim() is { Length: > 0 } prompt ? prompt : Item.Source.ElementClass;

    /// <value>What the image counts for in training that wants usable ones: its chance of being one, or nothing.</value>
    public double Weight => Usable ? UsableChance : 0;
}

/// <summary>What names a row.</summary>
/// <param name="Family">Of the item, as in <see cref="ImageSource"/>.</param>
public sealed record RowKey(string ItemId, string Family);
