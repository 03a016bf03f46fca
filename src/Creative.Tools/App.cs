using System.CommandLine;
using System.Text.Json;
using Creative.Tools.Models;
using Creative.Tools.Vectors;

namespace Creative.Tools;

/// <summary>
/// Commands for people who make and convert models; they work on files alone, without a server. As a function: arguments in,
/// exit code out: 0 done, 1 something failed, 2 the command line or a file it names is wrong.
/// </summary>
internal static class App
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <param name="output">Results.</param>
    /// <param name="error">Progress and problems.</param>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var json = new Option<bool>("--json") { Description = "Write results as JSON for machines to standard output.", Recursive = true };
        var root = new RootCommand("Commands for people who make and convert models; no server needed.")
        {
            ModelsCommand.Create(json, output),
            VectorsCommand.Create(json, output, error),
        };
        root.Options.Add(json);

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return Show(new ToolException("The command line is not understood. Add --help for what there is.", parsed.Errors.Select(problem => problem.Message)));
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (ToolException problem)
        {
            return Show(problem);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Show(new ToolException(fault.Message));
        }

        int Show(ToolException problem)
        {
            if (parsed.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(new { error = new { message = problem.Message, problems = problem.Problems } }));
            }
            else
            {
                error.WriteLine(string.Join(Environment.NewLine, problem.Problems.Select(line => $"  {line}").Prepend(problem.Message)));
            }

            return Usage;
        }
    }
}
