namespace Creative.Core.Concepts.Styles;

/// <summary>How satellites are spread around the main element.</summary>
/// <param name="Satellites">How many at most.</param>
/// <param name="Spread">Radius of the ring they stand on, relative to the main element.</param>
/// <param name="Tilt">Largest turn in degrees.</param>
/// <param name="Scale">Of the main element that fills its box.</param>
/// <param name="GroundWidth">Width of what it stands on, relative to the main element's width.</param>
/// <param name="GroundDepth">How far that reaches below the main element, relative to the main element's width.</param>
/// <param name="Trail">How many satellites at most fly off into ground that would be left empty beside the hero.</param>
/// <param name="Rim">Strength of the light that sets the main element off from what is behind it, 0 to 1.</param>
public sealed record StagingStyle(int Satellites, double Spread, double Tilt, double Scale, double GroundWidth, double GroundDepth, int Trail, double Rim);
