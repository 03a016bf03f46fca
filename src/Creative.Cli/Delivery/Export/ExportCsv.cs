using System.Globalization;
using System.Text;

namespace Creative.Cli.Delivery.Export;

/// <summary>The index of an archive as CSV (RFC 4180), for spreadsheets.</summary>
internal static class ExportCsv
{
    private static readonly (string Name, Func<ExportedFile, object> Value)[] Columns =
    [
        ("file", file => file.File), ("source", file => file.Source), ("asset_id", file => file.AssetId), ("brand", file => file.Brand),
        ("brand_version", file => file.BrandVersion), ("placement", file => file.Placement), ("variant", file => file.Variant),
        ("width", file => file.Width), ("height", file => file.Height), ("format", file => file.Format), ("bytes", file => file.Bytes),
        ("sha256", file => file.Sha256), ("style", file => file.Style), ("dropped_roles", file => file.DroppedRoles),
    ];

    /// <summary>UTF-8 with a byte order mark, which spreadsheets need to read Chinese.</summary>
    public static byte[] Write(IEnumerable<ExportedFile> files)
    {
        var text = new StringBuilder("\uFEFF");
        Row(text, Columns.Select(column => column.Name));
        foreach (var file in files)
        {
            Row(text, Columns.Select(column => Convert.ToString(column.Value(file), CultureInfo.InvariantCulture)!));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    /// <summary>Quoted where needed. What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Cell(string value)
    {
        var plain = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return plain.AsSpan().ContainsAny("\",\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
