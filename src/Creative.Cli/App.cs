using System.CommandLine;
using Creative.Cli.Commands;
using Creative.Cli.Showing;
using Grpc.Core;

namespace Creative.Cli;

/// <summary>The command line as a function: arguments in, exit code out.</summary>
internal static class App
{
    // Longer than a denoising step plus the server's own shutdown, so that Ctrl-C leaves nothing behind.
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var common = new CommonOptions(terminal);
        var root = new RootCommand("Turns marketing briefs into finished images in every size.")
        {
            RenderCommand.Create(common),
            WatchCommand.Create(common),
            AssetCommands.Create(common),
            AssetCommands.Replay(common),
            ExplainCommand.Create(common),
            BrandCommands.Create(common),
            CatalogueCommands.Placements(common),
            CatalogueCommands.Styles(common),
            RaterCommands.Create(common),
            ProjectCommands.Create(common),
            ItemCommands.Items(common),
            ItemCommands.Events(common),
            DatasetCommands.Create(common),
            ModelCommands.Create(common),
            RoundCommand.Create(common),
            DemoCommand.Create(common),
        };
        common.AddTo(root);

        var parsed = root.Parse(arguments);
        var errors = new ErrorReport(terminal, parsed.GetValue(common.Json));
        if (parsed.Errors.Count > 0)
        {
            var problems = parsed.Errors.Select(error => new Problem("", error.Message));
            return errors.Show(new CliException(ExitCode.Usage, "The command line is not understood.", problems, "Add --help for what there is."));
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopTimeout,
            };
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (CliException problem)
        {
            return errors.Show(problem);
        }
        catch (RpcException refusal) when (refusal.StatusCode != StatusCode.Cancelled)
        {
            return errors.Show(RpcProblems.Explain(refusal));
        }
        catch (Exception cancelled) when (cancelled is OperationCanceledException or RpcException)
        {
            return errors.Show(new CliException(ExitCode.Failed, "Stopped before the end.", [], "What was finished is kept."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return errors.Show(new CliException(ExitCode.Failed, fault.Message, [], "Check the folder, its rights and the free space."));
        }
    }
}
