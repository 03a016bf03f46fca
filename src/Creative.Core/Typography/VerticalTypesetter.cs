using System.Collections.Immutable;
using Creative.Core.Imaging;

namespace Creative.Core.Typography;

/// <summary>
/// Sets short Chinese text in columns from right to left (竖排; W3C CLREQ, 2.3): upright characters, a figure of one or two
/// digits within one cell, a closing mark in the upper right of its cell.
/// </summary>
public sealed class VerticalTypesetter(IFontCatalog fonts)
{
    private const int MostColumns = 3;
    private const int MostCells = 7;
    private const string Marks = "，。、！？；：";

    // From column to column and from character to character, in em.
    private const double ColumnPitch = 1.26;
    private const double CellPitch = 1.07;

    // From the lower left of its cell, where a mark stands in horizontal text, to the upper right.
    private const double MarkShift = 0.56;

    /// <summary>Null where columns would not read well: letters, long figures, long lines, many lines.</summary>
    /// <param name="text">Lines become columns.</param>
    /// <param name="style">Face and tracking; the line height does not matter.</param>
    public TextSetting? Set(string text, TextStyle style)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var columns = (lines.Length == 1 ? AtPauses(lines[0]) : lines).Select(Cells).ToArray();
        if (columns.Length is 0 or > MostColumns || columns.Any(c => c is null || c.Count > MostCells))
        {
            return null;
        }

        var segments = ImmutableArray.CreateBuilder<SetSegment>();
        double top = 0, bottom = 0;
        for (var column = 0; column < columns.Length; column++)
        {
            var x = (columns.Length - 1 - column) * ColumnPitch;
            var y = 0.0;
            foreach (var cell in columns[column]!)
            {
                var isNumber = char.IsAsciiDigit(cell[0]);
                var face = isNumber ? style.NumberFace : style.Face;
                var extent = fonts.Measure(cell, face);
                var scale = isNumber ? Math.Min(style.NumberScale, 1 / extent.Advance) : 1;
                var shift = Marks.Contains(cell, StringComparison.Ordinal) ? MarkShift : 0;
                segments.Add(new SetSegment(cell, face, scale, x + ((1 - (extent.Advance * scale)) / 2) + shift, isNumber) { Y = y - shift });
                top = Math.Min(top, y - shift + (extent.InkTop * scale));
                bottom = Math.Max(bottom, y - shift + (extent.InkBottom * scale));
                y += CellPitch;
            }
        }

        var width = ((columns.Length - 1) * ColumnPitch) + 1;
        return new TextSetting([new SetLine(segments.ToImmutable(), width, top, bottom)], width, bottom - top, style.LineHeight, 0);
    }

    private static string[] AtPauses(string line) => [.. line.Split('，', StringSplitOptions.RemoveEmptyEntries).Select((part, i) => line.Contains(part + '，', StringComparison.Ordinal) ? part + '，' : part)];

    private static List<string>? Cells(string line)
    {
        var cells = new List<string>();
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsAsciiDigit(line[i]))
            {
                var digits = line[i..].TakeWhile(char.IsAsciiDigit).Count();
                if (digits > 2)
                {
                    return null;
                }

                cells.Add(line.Substring(i, digits));
                i += digits - 1;
            }
            else if (Kinsoku.IsHan(line[i].ToString()) || (i > 0 && Marks.Contains(line[i], StringComparison.Ordinal)))
            {
                cells.Add(line[i].ToString());
            }
            else
            {
                return null;
            }
        }

        return cells;
    }
}
