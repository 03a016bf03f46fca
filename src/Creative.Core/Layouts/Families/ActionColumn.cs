using Creative.Core.Imaging;

namespace Creative.Core.Layouts;

/// <summary>What a strip ends with: the button, and on wide banners the benefit above it, clear of the AI label.</summary>
internal static class ActionColumn
{
    private const double WidestShare = 0.3;

    // The benefit's letters over the button's.
    private const double BenefitScale = 1.2;

    /// <summary>Adds what it places; the benefit is left to the text column where it does not fit above the button.</summary>
    /// <param name="texts">Holds the AI label.</param>
    /// <param name="isLine">The canvas is so low that only the button fits.</param>
    /// <returns>False when there is a button and no place for it.</returns>
    public static bool Place(
        Dictionary<LayoutRole, PlacedText> texts, LayoutContent content, Box label, Furniture.Corner corner, Box area, double margin, bool isLine)
    {
        if (!content.Texts.TryGetValue(LayoutRole.CallToAction, out var button))
        {
            return true;
        }

        var free = area.Height - label.Height - (0.2 * margin);
        var wanted = (isLine ? 0.2 : 0.12) * area.Height;
        if (!isLine && content.Texts.TryGetValue(LayoutRole.Benefit, out var benefit) && Pair(texts, benefit, button, wanted, label, corner, area, free, margin))
        {
            return true;
        }

        var sized = At(LayoutRole.CallToAction, button, wanted);
        if (sized.Height > free)
        {
            sized = At(LayoutRole.CallToAction, button, button.MinSize);
        }

        if (sized.Height > area.Height || sized.Width > 0.4 * area.Width)
        {
            return false;
        }

        // Under or over the label where both fit, else to its left.
        var beside = sized.Height > free;
        var y = beside ? area.CenterY - (sized.Height / 2) : Clear(sized.Height, label, corner, area, margin);
        texts[LayoutRole.CallToAction] = Placed(sized, (beside ? label.X - (0.5 * margin) : area.Right) - sized.Width, y);
        return true;
    }

    private static bool Pair(
        Dictionary<LayoutRole, PlacedText> texts, TextContent benefit, TextContent button, double wanted, Box label, Furniture.Corner corner, Box area, double free, double margin)
    {
        foreach (var scale in (double[])[1, 0.85, 0.7, 0.58])
        {
            var (above, below) = (At(LayoutRole.Benefit, benefit, BenefitScale * scale * wanted), At(LayoutRole.CallToAction, button, scale * wanted));
            var gap = 0.7 * below.Size;
            var (width, height) = (Math.Max(above.Width, below.Width), above.Height + gap + below.Height);
            if (width > WidestShare * area.Width || height > free)
            {
                continue;
            }

            var (x, y) = (area.Right - (width / 2), Clear(height, label, corner, area, margin));
            texts[LayoutRole.Benefit] = Placed(above, x - (above.Width / 2), y);
            texts[LayoutRole.CallToAction] = Placed(below, x - (below.Width / 2), y + above.Height + gap);
            return true;
        }

        return false;
    }

    private static double Clear(double height, Box label, Furniture.Corner corner, Box area, double margin) => corner.Y < 0
        ? Math.Max(label.Bottom + (0.2 * margin), area.CenterY - (height / 2))
        : Math.Min(label.Y - (0.2 * margin) - height, area.CenterY - (height / 2));

    private static SizedText At(LayoutRole role, TextContent content, double wanted) =>
        TextBlock.At(role, content, content.Settings[0], Math.Max(content.MinSize, wanted));

    private static PlacedText Placed(SizedText sized, double x, double y) =>
        new(new Box(x, y, sized.Width, sized.Height), sized.Size, sized.Setting, 0.5);
}
