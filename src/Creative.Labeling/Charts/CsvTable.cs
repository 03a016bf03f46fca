using System.Text;

namespace Creative.Labeling.Charts;

/// <summary>The figures of a chart as rows (RFC 4180).</summary>
/// <param name="Rows">Null: not defined; written as nothing.</param>
internal sealed record CsvTable(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    // A spreadsheet takes these at the start of a cell for a formula.
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var row in Rows.Prepend(Columns))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => $"{number:0.######}",
        string words => Quote(words.Length > 0 && FormulaStarts.Contains(words[0]) ? "'" + words : words),
        _ => $"{value}",
    };

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
