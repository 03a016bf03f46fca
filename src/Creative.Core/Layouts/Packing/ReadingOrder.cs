namespace Creative.Core.Layouts;

/// <summary>The words that are read one after the other, from headline to button.</summary>
internal static class ReadingOrder
{
    public static IReadOnlyList<LayoutRole> Roles { get; } = [LayoutRole.Headline, LayoutRole.Subhead, LayoutRole.Benefit, LayoutRole.CallToAction];

    /// <summary>Those above the hero and those below it, as the proposal has them, but never out of order.</summary>
    /// <param name="heroY">Centre of the proposed hero, in pixels.</param>
    public static (List<(LayoutRole Role, TextContent Content)> Above, List<(LayoutRole Role, TextContent Content)> Below) Split(Layout proposal, LayoutContent content, double heroY)
    {
        var present = Roles.Where(content.Texts.ContainsKey).ToArray();
        var headlineAbove = !content.HasHero || Y(LayoutRole.Headline) <= heroY;

        // Whatever the proposal says, reading order stays: a role that goes below takes all later ones with it.
        var firstBelow = present.Length;
        if (content.HasHero && headlineAbove)
        {
            firstBelow = Array.FindIndex(present, 1, r => Y(r) > heroY);
            firstBelow = firstBelow < 0 ? present.Length : firstBelow;
        }
        else if (!headlineAbove)
        {
            firstBelow = 0;
        }

        return (Present(content, present[..firstBelow]), Present(content, present[firstBelow..]));

        double Y(LayoutRole role) => proposal.Boxes.TryGetValue(role, out var box) ? box.CenterY : double.NegativeInfinity;
    }

    /// <summary>Those of <paramref name="roles"/> that there are, with their texts.</summary>
    public static List<(LayoutRole Role, TextContent Content)> Present(LayoutContent content, IEnumerable<LayoutRole> roles) =>
        [.. roles.Where(content.Texts.ContainsKey).Select(r => (r, content.Texts[r]))];
}
