using System.Text;
using Spectre.Console;

namespace Creative.Cli;

/// <summary>Where results (out) and everything about getting them (error) are written.</summary>
/// <param name="output">Results.</param>
/// <param name="error">Progress and problems.</param>
/// <param name="interactive">True when a person watches <paramref name="error"/>: bars and colours instead of plain lines.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, bool interactive)
{
    // Wide enough that no id or path is ever broken over two lines of a pipe.
    private const int PipeWidth = 240;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public bool Interactive { get; } = interactive;

    /// <summary>For tables on <see cref="Out"/>.</summary>
    public IAnsiConsole Results { get; } = Console(output, interactive && !System.Console.IsOutputRedirected);

    /// <summary>For progress on <see cref="Error"/>.</summary>
    public IAnsiConsole Progress { get; } = Console(error, interactive);

    public static Terminal OfProcess()
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new Terminal(System.Console.Out, System.Console.Error, !System.Console.IsErrorRedirected);
    }

    private static IAnsiConsole Console(TextWriter writer, bool interactive)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = interactive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!interactive)
        {
            console.Profile.Width = PipeWidth;
        }

        return console;
    }
}
