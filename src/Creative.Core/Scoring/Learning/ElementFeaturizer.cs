using Creative.Core.Imaging;
using Creative.Core.Scoring.Learning.Prompts;

namespace Creative.Core.Scoring.Learning;

/// <summary>
/// What is known of an element before anybody judged it: its place among pictures, from the embedding model, and what can be
/// measured, which also compares its colour with the prompt; and the words of its prompt. Safe to use from several threads.
/// </summary>
public sealed class ElementFeaturizer(IImageEmbedder embedder)
{
    /// <summary>One that the prompt says nothing about counts as met.</summary>
    private const float Met = 1;

    /// <value>Names what makes the numbers: of another version they mean something else.</value>
    public string Version { get; } = $"{embedder.Model.Id} {embedder.Model.Version} + {ElementHeuristics.Name}, inputs 2";

    /// <value>Numbers for each element.</value>
    public int Length => Layout.Length;

    /// <value>What they are.</value>
    public InputLayout Layout { get; } = new(embedder.Length, ElementHeuristics.Figures.Length, PromptWords.Length);

    /// <param name="elements">1 to 64: premultiplied RGBA, and the prompt each was painted with.</param>
    /// <param name="cancellation">Stops between elements.</param>
    /// <exception cref="ArgumentException">None, too many, or an image without alpha.</exception>
    public IReadOnlyList<float[]> Describe(IReadOnlyList<(PixelImage Image, string Prompt)> elements, CancellationToken cancellation)
    {
        var places = embedder.Embed([.. elements.Select(element => element.Image)], cancellation);
        // One prior holds all weights: a number of the embedding is to vary about as much as a measured one.
        var scale = MathF.Sqrt(embedder.Length) / 3;
        return [.. elements.Zip(places, (element, place) => (float[])[.. place.Select(value => value * scale), .. Measured(element.Image, element.Prompt), .. PromptWords.Count(element.Prompt)])];
    }

    private static IEnumerable<float> Measured(PixelImage image, string prompt)
    {
        var figures = ElementHeuristics.Measure(image, prompt);
        return ElementHeuristics.Figures.Select(name => (float?)figures.FirstOrDefault(figure => figure.Name == name)?.Score ?? Met);
    }
}
