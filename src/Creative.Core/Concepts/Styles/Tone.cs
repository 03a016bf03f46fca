namespace Creative.Core.Concepts.Styles;

/// <summary>How bright the ground is.</summary>
public enum Tone
{
    Rich,
    Light,
}
