using System.CommandLine;
using Creative.Cli.Reading;
using Creative.Cli.Showing;
using Creative.Contract.V1;

namespace Creative.Cli.Commands;

/// <summary><c>creative projects</c>: what is judged, by which dimensions, and how the queue is mixed.</summary>
internal static class ProjectCommands
{
    private const int LargestFile = 64 * 1024;

    private static readonly Argument<string> File = new("file") { Description = "A creative.v1.Project as proto3 JSON." };

    public static Command Create(CommonOptions common) => new("projects", "Lists and stores projects of judging.") { List(common), Put(common) };

    private static Command List(CommonOptions common)
    {
        var command = new Command("list", "Lists the projects with what is done.");
        common.Bind(command, _ => new ListProjectsRequest(), async (call, request) =>
        {
            LabelView.ShowProjects(call, await call.Session.Labels.ListProjectsAsync(request, cancellationToken: call.Cancellation));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Put(CommonOptions common)
    {
        var command = new Command("put", "Makes a project, or changes the one with that id.") { File };
        common.Bind(
            command,
            parsed => InputFile.Parse<Project>(InputFile.Read(parsed.GetRequiredValue(File), LargestFile), parsed.GetRequiredValue(File), "project"),
            async (call, project) =>
            {
                var stored = await call.Session.Labels.PutProjectAsync(new PutProjectRequest { Project = project }, cancellationToken: call.Cancellation);
                call.Terminal.Out.WriteLine(call.AsJson ? Json.Of(stored) : $"{stored.Id} is stored: {stored.Items} items, {stored.Done} done");
                return ExitCode.Done;
            });
        return command;
    }
}
