using Creative.Core.Placements;
using Contract = Creative.Contract.V1;

namespace Creative.Server.Mapping;

internal static class PlacementMapping
{
    public static Contract.Placement ToMessage(Placement placement) => new()
    {
        Id = placement.Id,
        Platform = placement.Platform,
        Name = placement.Name,
        Width = placement.Size.Width,
        Height = placement.Size.Height,
        Family = placement.Family.Name(),
        MaxBytes = placement.MaxBytes ?? 0,
        Formats = { placement.Formats.Select(format => (Contract.ImageFormat)format) },
        SafeArea = new Contract.Insets
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
