using Creative.Cli.Commands;
using Creative.Contract.V1;

namespace Creative.Cli.Showing;

/// <summary>Shows raters and projects.</summary>
internal static class LabelView
{
    public static void ShowRaters(CommandCall call, ListRatersResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        Tables.Write(
            call.Terminal,
            ["id", "role", "locale", "name", ""],
            list.Raters.Select(string[] (rater) => [rater.Id, rater.Role.ToString().ToLowerInvariant(), rater.Locale, rater.Name, rater.Disabled ? "switched off" : ""]));
    }

    /// <summary>A rater who was put and, when there is a new one, the key: the only time it is shown.</summary>
    public static void ShowRater(CommandCall call, PutRaterResponse put)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(put));
            return;
        }

        call.Terminal.Out.WriteLine($"{put.Rater.Id} is {put.Rater.Role.ToString().ToLowerInvariant()}{(put.Rater.Disabled ? ", switched off" : "")}");
        if (put.Key.Length > 0)
        {
            call.Terminal.Out.WriteLine($"key {put.Key}");
            call.Terminal.Error.WriteLine("Give the key to the rater now: it is kept nowhere and cannot be shown again.");
        }
    }

    public static void ShowProjects(CommandCall call, ListProjectsResponse list)
    {
        if (call.AsJson)
        {
            call.Terminal.Out.WriteLine(Json.Of(list));
            return;
        }

        Tables.Write(
            call.Terminal,
            ["id", "kind", "items#", "done#", "each#", "name", ""],
            list.Projects.Select(string[] (project) =>
            [
                project.Id,
                project.ItemKind,
                $"{project.Items}",
                $"{project.Done}",
                $"{Math.Max(1, project.JudgementsPerItem)}",
                project.Name,
                string.Join(", ", new[] { project.Closed ? "closed" : "", project.Collection?.FromRenders == true ? "takes from renders" : "" }.Where(remark => remark.Length > 0)),
            ]));
    }
}
