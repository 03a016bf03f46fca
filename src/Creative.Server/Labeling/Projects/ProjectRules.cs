using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Creative.Core.Labeling;
using Google.Protobuf.Collections;
using Dimension = Creative.Core.Labeling.Dimension;

namespace Creative.Server.Labeling.Projects;

/// <summary>What a project has to keep, and what its defaults are.</summary>
internal static partial class ProjectRules
{
    private const int LongestName = 80;
    private const int DefaultLease = 1800;
    private const int MostJudgements = 28;
    private const double MostHourCost = 100_000;
    private const int MostClasses = 64;
    private const int MostPlacements = 200;
    private const int LongestFilter = 100;

    /// <summary>Everything that is wrong with it, each naming its field.</summary>
    /// <param name="before">The project as it is; null for a new one.</param>
    public static IEnumerable<FieldProblem> Problems(Project project, Project? before) =>
    [
        .. IdPattern().IsMatch(project.Id) ? [] : Problem("project.id", "is 1 to 40 characters of [a-z0-9-]"),
        .. project.Name.Length is >= 1 and <= LongestName && !project.Name.Any(char.IsControl)
            ? []
            : Problem("project.name", $"is 1 to {LongestName} characters without control characters"),
        .. ItemKinds.All.Contains(project.ItemKind) ? [] : Problem("project.item_kind", $"is one of {string.Join(", ", ItemKinds.All)}"),
        .. before is null || before.ItemKind == project.ItemKind ? [] : Problem("project.item_kind", $"stays '{before.ItemKind}': it was judged as that"),
        .. Dimensions(project),
        .. project.LeaseSeconds is 0 or (>= 30 and <= 86_400) ? [] : Problem("project.lease_seconds", "is 30 to 86,400, or 0 for 1,800"),
        .. project.JudgementsPerItem is >= 0 and <= MostJudgements ? [] : Problem("project.judgements_per_item", $"is 1 to {MostJudgements}, or 0 for 1"),
        .. project.DesignerHourCost is >= 0 and <= MostHourCost ? [] : Problem("project.designer_hour_cost", "is 0 to 100,000"),
        .. CurrencyPattern().IsMatch(project.Currency) || (project.Currency.Length == 0 && project.DesignerHourCost == 0)
            ? []
            : Problem("project.currency", "is three capital letters, such as CNY"),
        .. MixRules.Problems(project.Mix),
        .. Filter("project.collection.element_classes", project.Collection?.ElementClasses ?? [], MostClasses, project.ItemKind == ItemKinds.Element),
        .. Filter("project.collection.placements", project.Collection?.Placements ?? [], MostPlacements, project.ItemKind == ItemKinds.Asset),
    ];

    /// <summary>The dimensions that the project's items are judged on, in the order they are asked.</summary>
    public static IReadOnlyList<Dimension> DimensionsOf(Project project) => project.Dimensions.Count == 0
        ? DimensionCatalogue.Default.For(project.ItemKind)
        : [.. project.Dimensions.Select(id => DimensionCatalogue.Default.Find(id)).OfType<Dimension>()];

    public static TimeSpan LeaseTime(Project project) => TimeSpan.FromSeconds(project.LeaseSeconds == 0 ? DefaultLease : project.LeaseSeconds);

    public static int JudgementsPerItem(Project project) => Math.Max(1, project.JudgementsPerItem);

    /// <summary>As it is kept: without what is counted.</summary>
    public static Project Stored(Project project, Project? before, DateTimeOffset now)
    {
        var stored = Project.Parser.WithDiscardUnknownFields(true).ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(project));
        stored.Items = 0;
        stored.Done = 0;
        stored.CreateTime = before?.CreateTime ?? Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(now);
        return stored;
    }

    private static IEnumerable<FieldProblem> Dimensions(Project project)
    {
        var ofKind = DimensionCatalogue.Default.For(project.ItemKind).Select(dimension => dimension.Id).ToArray();
        foreach (var (i, id) in project.Dimensions.Index())
        {
            if (!ofKind.Contains(id))
            {
                yield return new FieldProblem($"project.dimensions[{i}]", $"is one of {string.Join(", ", ofKind)}");
            }
            else if (project.Dimensions.IndexOf(id) < i)
            {
                yield return new FieldProblem($"project.dimensions[{i}]", "is there twice");
            }
        }
    }

    /// <param name="fits">Items of the project's kind have such a thing.</param>
    private static IEnumerable<FieldProblem> Filter(string field, RepeatedField<string> names, int most, bool fits) =>
    [
        .. fits || names.Count == 0 ? [] : Problem(field, "is for projects of the other kind of items"),
        .. names.Count <= most ? [] : Problem(field, $"has {names.Count}; at most {most}"),
        .. names.Take(most).SelectMany((name, i) => name.Length is >= 1 and <= LongestFilter ? [] : Problem($"{field}[{i}]", $"is 1 to {LongestFilter} characters")),
    ];

    private static FieldProblem[] Problem(string field, string message) => [new(field, message)];

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyPattern();
}
