namespace Creative.Studio.Vocabulary;

/// <summary>What a picture of an element shows, each in a word of <see cref="Elements"/>.</summary>
public sealed record ElementAttributes(ElementShape Shape, string Hue, string View, string Light, string Material)
{
    /// <summary>The prompt that asks for it: "{material} {hue} {noun}, {variant}, {view}, {light}".</summary>
    public string Prompt => $"{Material} {PromptWithoutMaterial}";

    /// <summary>The same for models that know one material only.</summary>
    public string PromptWithoutMaterial => $"{Hue} {Shape.Class.Noun}, {Shape.Variant}, {View}, {Light}";

    public override string ToString() => Prompt;
}
