namespace Creative.Engine;

/// <summary>What model.json says of an upscaler.</summary>
/// <param name="Scale">How many times as wide and as high the result is, 2 to 4.</param>
/// <param name="Multiple">What the sides of its input have to be multiples of, 1 to 64; smaller pictures are padded.</param>
public sealed record UpscalerSection(int Scale, int Multiple)
{
    internal static UpscalerSection Parse(JsonFields json) => new(json.Whole("scale", 2, 4), json.Whole("multiple", 1, 64));
}
