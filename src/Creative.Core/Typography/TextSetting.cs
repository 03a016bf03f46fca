using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Typography;

/// <summary>How a role is set.</summary>
/// <param name="Face">For everything but numbers.</param>
/// <param name="NumberFace">For emphasised numbers.</param>
/// <param name="LineHeight">Baseline to baseline, in em.</param>
/// <param name="Tracking">Extra space after each character, in em.</param>
/// <param name="NumberScale">Size of emphasised digits relative to the rest; 1: not emphasised. Signs and units beside them are smaller than they.</param>
/// <param name="MaxLines">At least 1.</param>
public sealed record TextStyle(FontFace Face, FontFace NumberFace, double LineHeight, double Tracking, double NumberScale, int MaxLines)
{
    /// <value>True: a text with line breaks of its own may also stand on one line, where a canvas is low and wide.</value>
    public bool MayJoin { get; init; }
}

/// <summary>A stretch of one line in one face.</summary>
/// <param name="Scale">Of the block's font size.</param>
/// <param name="X">Pen position from the line's left ink edge, in em of the block.</param>
/// <param name="IsNumber">Part of an emphasised number.</param>
/// <param name="Trend">What the figure tells.</param>
public sealed record SetSegment(string Text, FontFace Face, double Scale, double X, bool IsNumber, Trend Trend = Trend.None)
{
    /// <value>Baseline below that of the line, in em of the block: 0 but for text set in columns.</value>
    public double Y { get; init; }
}

/// <summary>One line; widths and heights in em of the block, ink tops and bottoms relative to its baseline, y down.</summary>
public sealed record SetLine(ImmutableArray<SetSegment> Segments, double Width, double InkTop, double InkBottom);

/// <summary>A text broken into lines, at a size of 1 em: to draw it at s pixels, multiply everything by s.</summary>
/// <param name="Lines">At least one.</param>
/// <param name="Width">Ink width of the widest line.</param>
/// <param name="Height">From the top of the first line's ink to the bottom of the last line's.</param>
/// <param name="LineHeight">Baseline to baseline.</param>
/// <param name="Tracking">Extra space after each character.</param>
public sealed record TextSetting(ImmutableArray<SetLine> Lines, double Width, double Height, double LineHeight, double Tracking);
