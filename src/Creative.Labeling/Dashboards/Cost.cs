using System.Globalization;
using Creative.Contract.V1;

namespace Creative.Labeling.Dashboards;

/// <summary>What a judgement costs in money.</summary>
internal static class Cost
{
    /// <returns>Null where the project does not say what an hour costs, or nothing was judged.</returns>
    public static string? Of(Project project, Dashboard figures) => project.DesignerHourCost > 0 && figures.SecondsPerJudgement > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{project.Currency} {project.DesignerHourCost / 3600 * figures.SecondsPerJudgement:0.00}")
        : null;
}
