using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>The parts with a fixed place: the logo in a top corner or at the start of a strip, the AI label in a corner.</summary>
internal static class Furniture
{
    /// <summary>Wanted height of the logo over the short side, but for strips: it outweighs the AI label, whose height the law sets.</summary>
    public const double LogoHeight = 0.085;

    /// <summary>A corner of the text area: −1 or 1 on each axis.</summary>
    public readonly record struct Corner(int X, int Y);

    private static readonly Corner[] Corners = [new(1, 1), new(-1, 1), new(1, -1), new(-1, -1)];

    /// <summary>Corners in the order in which the proposal prefers them; ties go to the bottom right.</summary>
    public static IEnumerable<Corner> CornersNear(Layout proposal)
    {
        if (!proposal.Boxes.TryGetValue(LayoutRole.AiLabel, out var label))
        {
            return Corners;
        }

        var (width, height) = (proposal.Canvas.Width, proposal.Canvas.Height);
        return Corners.OrderBy(c =>
        {
            var dx = (label.CenterX / width) - ((c.X + 1) / 2.0);
            var dy = (label.CenterY / height) - ((c.Y + 1) / 2.0);
            return (dx * dx) + (dy * dy);
        });
    }

    /// <summary>The AI label in a corner of the text area: small, at the edge, readable.</summary>
    public static PlacedText Label(TextContent content, Corner corner, Box area)
    {
        var sized = TextBlock.At(LayoutRole.AiLabel, content, content.Settings[0], content.MinSize);
        var x = corner.X < 0 ? area.X : area.Right - sized.Width;
        var y = corner.Y < 0 ? area.Y : area.Bottom - sized.Height;
        return new PlacedText(new Box(x, y, sized.Width, sized.Height), sized.Size, sized.Setting, 0.5);
    }

    /// <summary>
    /// The largest logo variant that fits <paramref name="maxWidth"/> at its wanted height, else the next; null when not
    /// even the smallest fits at its minimum height.
    /// </summary>
    public static (LogoContent Logo, double Width, double Height)? Logo(LayoutContent content, double wantedHeight, double maxWidth, double maxHeight)
    {
        foreach (var logo in content.Logos)
        {
            var height = Math.Min(Math.Max(wantedHeight, logo.MinHeight), Math.Min(maxHeight, maxWidth / logo.Aspect));
            if (height >= logo.MinHeight)
            {
                return (logo, height * logo.Aspect, height);
            }
        }

        return null;
    }
}
