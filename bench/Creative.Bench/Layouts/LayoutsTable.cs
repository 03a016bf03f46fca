namespace Creative.Bench.Layouts;

/// <summary>The report for people: a table over everything, then one line per ratio family.</summary>
internal static class LayoutsTable
{
    private static readonly (string Name, double Scale, Func<Column, double> Of)[] Lines =
    [
        ("refused, or breaks a rule", 100, c => c.Refused),
        ("rules broken, a layout", 1, c => c.BrokenRules),
        ("texts overlap", 100, c => c.Overlapping),
        ("overlay (mean IoU)", 100, c => c.Overlay.Corrected),
        ("non-alignment", 100, c => c.NonAlignment.Corrected),
        ("hero hidden by text", 100, c => c.HeroHidden),
        ("text on the busy hero", 100, c => c.TextOnHero),
        ("unreadability", 100, c => c.Unreadability.Corrected),
        ("roles left out, a layout", 1, c => c.DroppedRoles),
        ("canvas used", 100, c => c.Used),
        ("headline size", 100, c => c.Headline),
        ("hero size", 100, c => c.Hero),
        ("ranker's score", 100, c => c.Score),
    ];

    public static void Write(LayoutsReport report)
    {
        Console.WriteLine($"{"",-28}{"ours",10}{"template",10}{"model",10}");
        foreach (var (name, scale, of) in Lines)
        {
            Console.WriteLine($"{name,-28}{Cell(report.All.Ours)}{Cell(report.All.Template)}{Cell(report.All.Model)}");
            string Cell(Column? column) => column is null ? $"{"–",10}" : $"{scale * of(column),10:0.00}";
        }

        Console.WriteLine($"{"moved by the repair",-28}{"",10}{"",10}{100 * report.All.Moved,10:0.00}");
        Console.WriteLine();
        Console.WriteLine($"{"ours, by ratio family",-28}{"refused",10}{"left out",10}{"used",10}{"headline",10}{"hero",10}{"score",10}{"raw: broken",13}");
        foreach (var (name, columns) in report.Families)
        {
            if (columns.Ours is { } c)
            {
                Console.WriteLine($"{name,-28}{100 * c.Refused,10:0.00}{c.DroppedRoles,10:0.00}{100 * c.Used,10:0.00}{100 * c.Headline,10:0.00}{100 * c.Hero,10:0.00}{100 * c.Score,10:0.00}{columns.Model?.BrokenRules,13:0.00}");
            }
        }

        foreach (var (brief, refused) in report.RefusedByBrief)
        {
            Console.WriteLine($"refused of {brief}: {string.Join(", ", refused)}");
        }
    }
}
