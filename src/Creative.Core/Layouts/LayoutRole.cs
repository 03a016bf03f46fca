namespace Creative.Core.Layouts;

/// <summary>What a box is for. The values are the slots of the layout model.</summary>
public enum LayoutRole
{
    Headline = 0,
    Subhead = 1,
    Benefit = 2,
    CallToAction = 3,
    Disclaimer = 4,
    Logo = 5,
    AiLabel = 6,
    Hero = 7,
}

/// <summary>How text and hero share a canvas. The values are the one-hot of the layout model.</summary>
public enum CompositionFamily
{
    /// <summary>Text and hero one above the other.</summary>
    Stacked = 0,

    /// <summary>Text left, hero right.</summary>
    TextLeft = 1,

    /// <summary>Text right, hero left.</summary>
    TextRight = 2,

    /// <summary>A large hero under text that stands on calm zones.</summary>
    HeroBehind = 3,

    /// <summary>One line: logo, text, hero and button side by side.</summary>
    Strip = 4,
}
