using Creative.Contract.V1;
using Spectre.Console;

namespace Creative.Cli.Showing;

/// <summary>Shows explanations: titles on the left, sentences on the right, wrapped to the screen.</summary>
internal static class ExplanationView
{
    public static void Show(Terminal terminal, AssetExplanation explanation)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (var section in explanation.Sections)
        {
            grid.AddRow(new Text(section.Title, new Spectre.Console.Style(decoration: Decoration.Bold)), new Text(string.Join('\n', section.Sentences)));
        }

        terminal.Results.Write(grid);
    }
}
