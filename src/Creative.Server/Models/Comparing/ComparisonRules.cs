using Creative.Contract.V1;

namespace Creative.Server.Models.Comparing;

/// <summary>Ranges of what a comparison is asked for by.</summary>
internal static class ComparisonRules
{
    public const int MostPrompts = 1000;
    public const int MostSeeds = 64;
    public const int MostPairs = 100_000;

    private const int LongestPrompt = 300;

    public static List<FieldProblem> Of(CompareModelsRequest request)
    {
        var problems = new List<FieldProblem>();
        var rule = request.Rule ?? new ComparisonRule();
        Expect(rule.MaxP is >= 0 and <= 1, "rule.max_p", $"is {rule.MaxP}; 0 to 1");
        Expect(rule.ClassMargin is >= 0 and <= 1, "rule.class_margin", $"is {rule.ClassMargin}; 0 to 1");
        Expect(rule.DimensionMargin is >= 0 and <= 4, "rule.dimension_margin", $"is {rule.DimensionMargin}; 0 to 4 points");
        Expect(rule.MinClassPairs >= 0, "rule.min_class_pairs", $"is {rule.MinClassPairs}; at least 0");
        switch (request.SourceCase)
        {
            case CompareModelsRequest.SourceOneofCase.Painted:
                Expect(request.Painted.Prompts.Count is >= 1 and <= MostPrompts, "painted.prompts", $"are {request.Painted.Prompts.Count}; 1 to {MostPrompts}");
                Expect(request.Painted.SeedsPerPrompt is >= 1 and <= MostSeeds, "painted.seeds_per_prompt", $"is {request.Painted.SeedsPerPrompt}; 1 to {MostSeeds}");
                foreach (var (i, prompt) in request.Painted.Prompts.Take(MostPrompts).Index())
                {
                    Expect(prompt.Length is >= 1 and <= LongestPrompt && !prompt.Any(char.IsControl), $"painted.prompts[{i}]", $"is 1 to {LongestPrompt} characters without control characters");
                }

                break;
            case CompareModelsRequest.SourceOneofCase.Judged:
                Expect(request.Judged.Project.Length > 0, "judged.project", "is required");
                break;
            case CompareModelsRequest.SourceOneofCase.Given:
                Expect(request.Given.Pairs.Count is >= 1 and <= MostPairs, "given.pairs", $"are {request.Given.Pairs.Count}; 1 to {MostPairs}");
                foreach (var (i, pair) in request.Given.Pairs.Take(MostPairs).Index())
                {
                    Expect(
                        pair.BaselineScores.Values.Concat(pair.CandidateScores.Values).All(double.IsFinite), $"given.pairs[{i}]", "has a score that is no number");
                }

                break;
            default:
                problems.Add(new FieldProblem("source", "is painted, judged or given"));
                break;
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
}
