using Creative.Core.Layouts;

namespace Creative.Bench.Layouts;

/// <summary>How much of a proposal is still there once it was repaired.</summary>
internal static class RepairDistance
{
    /// <summary>
    /// Mean way of the four edges of each role that was placed, in shares of the canvas: of its width for left and right, of its
    /// height for top and bottom. 0: the proposal stands as it is.
    /// </summary>
    public static double Of(Layout proposal, RepairedLayout repaired)
    {
        var (width, height) = (proposal.Canvas.Width, proposal.Canvas.Height);
        return repaired.Boxes.Where(b => proposal.Boxes.ContainsKey(b.Key)).Average(b =>
        {
            var (before, after) = (proposal.Boxes[b.Key], b.Value);
            var across = Math.Abs(before.X - after.X) + Math.Abs(before.Right - after.Right);
            var down = Math.Abs(before.Y - after.Y) + Math.Abs(before.Bottom - after.Bottom);
            return ((across / width) + (down / height)) / 4;
        });
    }
}
