namespace Creative.Engine;

/// <summary>What model.json says of an embedder.</summary>
/// <param name="Size">Width and height of its input in pixels, 16 to 1024; other pictures are fitted in.</param>
/// <param name="Length">Numbers in a vector, 8 to 4096.</param>
public sealed record EmbedderSection(int Size, int Length)
{
    internal static EmbedderSection Parse(JsonFields json) => new(json.Whole("size", 16, 1024), json.Whole("length", 8, 4096));
}
