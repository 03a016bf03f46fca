using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Creative.Core.Datasets.Gates;
using Creative.Core.Labeling;
using Verdict = Creative.Contract.V1.Verdict;

namespace Creative.Server.Datasets.Snapshots;

/// <summary>Ranges of what a snapshot is asked for by.</summary>
internal static partial class QueryRules
{
    private const int MostProjects = 20;
    private const int MostFilters = 200;
    private const int MostRaters = 28;
    private const int LongestName = 80;
    private const int LongestLicence = 200;
    private const double MostShare = 0.5;
    private const int MostBits = 16;

    public static List<FieldProblem> Of(TakeSnapshotRequest request, IReadOnlySet<string> projects)
    {
        var (query, gates) = (request.Query ?? new DatasetQuery(), request.Gates ?? new DatasetGates());
        var problems = new List<FieldProblem>();
        Expect(request.Name.Length is >= 1 and <= LongestName && !request.Name.Any(char.IsControl), "name", $"is 1 to {LongestName} characters without control characters");
        Expect(request.Licence.Length <= LongestLicence && !request.Licence.Any(char.IsControl), "licence", $"is at most {LongestLicence} characters without control characters");
        Expect(request.Parent.Length == 0 || DatasetPattern().IsMatch(request.Parent), "parent", "is no id of a dataset");
        Expect(query.Projects.Count is >= 1 and <= MostProjects, "query.projects", $"are {query.Projects.Count}; 1 to {MostProjects}");
        foreach (var (i, project) in query.Projects.Index())
        {
            Expect(projects.Contains(project), $"query.projects[{i}]", "is no project");
            Expect(!query.HoldOutProjects.Contains(project), $"query.projects[{i}]", "is also held out: what models are measured by is not learnt from");
        }

        foreach (var (i, project) in query.HoldOutProjects.Index())
        {
            Expect(projects.Contains(project), $"query.hold_out_projects[{i}]", "is no project");
        }

        Expect(query.ElementClasses.Count <= MostFilters, "query.element_classes", $"are {query.ElementClasses.Count}; at most {MostFilters}");
        Expect(query.ModelVersions.Count <= MostFilters, "query.model_versions", $"are {query.ModelVersions.Count}; at most {MostFilters}");
        Expect(query.HoldOutFamilies.Count <= MostFilters, "query.hold_out_families", $"are {query.HoldOutFamilies.Count}; at most {MostFilters}");
        Expect(query.Before is null || query.From is null || query.From < query.Before, "query.before", "is not after query.from");
        Expect(query.Verdict is Verdict.Unspecified or Verdict.Usable or Verdict.Unusable, "query.verdict", "is usable, unusable or not given");
        foreach (var (i, range) in query.Scores.Index())
        {
            Expect(DimensionCatalogue.Default.Find(range.Dimension) is not null, $"query.scores[{i}].dimension", $"'{range.Dimension}' is no dimension");
            Expect(range.Min <= range.Max, $"query.scores[{i}].max", "is below min");
        }

        Expect(query.MinRaters is >= 0 and <= MostRaters, "query.min_raters", $"is {query.MinRaters}; 0 to {MostRaters}");
        Expect(query.ValidationShare is >= 0 and <= MostShare, "query.validation_share", $"is {query.ValidationShare}; 0 to {MostShare}");
        Expect(query.HoldOutShare is >= 0 and <= MostShare, "query.hold_out_share", $"is {query.HoldOutShare}; 0 to {MostShare}");
        Expect(gates.MinGoldPassRate is >= 0 and <= 1, "gates.min_gold_pass_rate", $"is {gates.MinGoldPassRate}; 0 to 1");
        Expect(!gates.HasMinAgreement || gates.MinAgreement is >= -1 and <= 1, "gates.min_agreement", $"is {gates.MinAgreement}; -1 to 1");
        Expect(gates.MinItemsPerClass >= 0, "gates.min_items_per_class", $"is {gates.MinItemsPerClass}; at least 0");
        Expect(!gates.HasNearDuplicateBits || gates.NearDuplicateBits is >= 0 and <= MostBits, "gates.near_duplicate_bits", $"is {gates.NearDuplicateBits}; 0 to {MostBits}");
        foreach (var (i, strict) in gates.Strict.Index())
        {
            Expect(GateList.CanBeStrict.Contains(strict), $"gates.strict[{i}]", $"'{strict}' is none of {string.Join(", ", GateList.CanBeStrict)}");
        }

        return problems;

        void Expect(bool holds, string field, string otherwise)
        {
            if (!holds)
            {
                problems.Add(new FieldProblem(field, otherwise));
            }
        }
    }

    [GeneratedRegex(@"\Ads_[0-9a-f]{16}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatasetPattern();
}
