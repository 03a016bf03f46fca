using Spectre.Console;

namespace Creative.Cli.Showing;

/// <summary>The tables of results: bare columns that read the same on a screen and in a pipe.</summary>
internal static class Tables
{
    /// <param name="rows">Cells as plain text, as many as there are columns.</param>
    public static void Write(Terminal terminal, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.None };
        foreach (var column in columns)
        {
            var right = column.EndsWith('#');
            table.AddColumn(new TableColumn(new Text(column.TrimEnd('#'), new Style(decoration: Decoration.Bold)))
            {
                Alignment = right ? Justify.Right : Justify.Left,
                NoWrap = true,
                Padding = new Padding(0, 0, 2, 0),
            });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        terminal.Results.Write(table);
    }

    /// <summary>"12,345 B" below ten thousand, otherwise "123 KB".</summary>
    public static string Size(long bytes) => bytes < 10_000 ? $"{bytes:N0} B" : $"{bytes / 1024.0:N0} KB";
}
