using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Scenes;

namespace Creative.Core.Concepts.Styles;

/// <summary>A design system: how it colours, builds its background, sets its type and stages its hero.</summary>
public interface IStyle
{
    StyleIdentity Identity { get; }

    string Id => Identity.Id;

    /// <param name="brand">Whose colours.</param>
    /// <param name="tone">Dark or light ground: a second variant of one style looks different at once.</param>
    Palette Derive(Brand brand, Tone tone);

    /// <summary>What lies behind everything, back to front; the first node covers the canvas.</summary>
    IEnumerable<SceneNode> Background(StyleCanvas c);

    /// <summary>What the main element stands on or floats before.</summary>
    IEnumerable<SceneNode> Stage(StyleCanvas c, Box main);

    StagingStyle Staging { get; }

    /// <summary>Inks in the order of preference; the first with enough contrast is used.</summary>
    TextTreatment Treat(LayoutRole role, Palette p);

    /// <summary>What is drawn under a text on a button ("call to action") or pill ("benefit").</summary>
    IEnumerable<SceneNode> Plate(LayoutRole role, Box box, double cornerRadius, Palette p);
}
