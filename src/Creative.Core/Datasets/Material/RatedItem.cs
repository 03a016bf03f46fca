using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Creative.Core.Datasets.Material;

/// <summary>Where an image comes from.</summary>
/// <param name="ElementClass">Such as "coin".</param>
/// <param name="Family">Images that look alike for a reason of their making; splits keep a family together.</param>
/// <param name="AssetId">Empty for an element.</param>
public sealed record ImageSource(string Prompt, ulong Seed, string ModelId, string ModelVersion, string ElementClass, string Family, string AssetId);

/// <summary>An image and everything that was ever said of it.</summary>
/// <param name="Id">Of the item.</param>
/// <param name="Sha256">Of the PNG file.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Gold">Its answer is known: raters are checked by it, and nothing is learnt from it.</param>
/// <param name="Events">In the order in which they were stored.</param>
public sealed record RatedItem(
    string Id, string Project, string Sha256, int Width, int Height, ImageSource Source, bool Gold, ImmutableArray<RatingEvent> Events)
{
    /// <summary>What counts: of each rater the first score that was not taken back. A repeat, asked to check the rater, comes after it.</summary>
    [JsonIgnore]
    public IEnumerable<RatingEvent> Judgements => Events.Where(one => one.Counts).DistinctBy(one => one.Rater);
}
