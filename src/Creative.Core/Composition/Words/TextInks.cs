using Creative.Core.Concepts.Styles;
using Creative.Core.Typography;

namespace Creative.Core.Composition;

/// <summary>What the parts of one text are filled with.</summary>
internal sealed record TextInks(Ink Text, Ink Number, Ink Rising, Ink Falling)
{
    public Ink Of(SetSegment segment) => segment.Trend switch
    {
        Trend.Rising => Rising,
        Trend.Falling => Falling,
        _ => segment.IsNumber ? Number : Text,
    };
}
