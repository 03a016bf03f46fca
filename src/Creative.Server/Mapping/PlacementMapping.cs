using Creative.Core.Placements;
using V1 = Creative.Contract.V1;

namespace Creative.Server.Mapping;

internal static class PlacementMapping
{
    public static V1.Placement ToMessage(Placement placement) => new()
    {
        Id = placement.Id,
        Platform = placement.Platform,
        Name = placement.Name,
        Width = placement.Size.Width,
        Height = placement.Size.Height,
        Family = placement.Family.Name(),
        MaxBytes = placement.MaxBytes ?? 0,
        Formats = { placement.Formats.Select(format => (V1.ImageFormat)format) },
        SafeArea = new V1.Insets
        {
            Top = placement.SafeArea.Top,
            Right = placement.SafeArea.Right,
            Bottom = placement.SafeArea.Bottom,
            Left = placement.SafeArea.Left,
        },
        AiLabelFits = placement.AiLabelFits,
        Source = placement.Source,
        Confidence = placement.Confidence,
    };
}
