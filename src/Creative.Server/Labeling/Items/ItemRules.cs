using Creative.Contract.V1;
using Creative.Core.Labeling;
using Creative.Server.Labeling.Mapping;
using Dimension = Creative.Core.Labeling.Dimension;
using KnownAnswer = Creative.Contract.V1.KnownAnswer;
using LocalText = Creative.Core.Labeling.LocalText;

namespace Creative.Server.Labeling.Items;

/// <summary>What an item to be added has to keep, but for its pixels.</summary>
internal static class ItemRules
{
    public const int LargestFile = 4 * 1024 * 1024;

    public const int LargestSide = 4096;

    private const int LongestPrompt = 300;
    private const int LongestUsage = 200;
    private const int LongestName = 100;
    private const int LongestReason = 500;
    private const int MostSeenIn = 6;

    /// <summary>Everything that is wrong, each naming its field.</summary>
    public static IEnumerable<FieldProblem> Problems(AddItemsRequest request, IReadOnlyCollection<Dimension> dimensions)
    {
        var origin = request.Origin ?? new ItemOrigin();
        return
        [
            .. File(request.Image.Span),
            .. Text("origin.prompt", origin.Prompt, LongestPrompt),
            .. Text("origin.usage", origin.Usage, LongestUsage),
            .. Text("origin.model_id", origin.ModelId, LongestName),
            .. Text("origin.model_version", origin.ModelVersion, LongestName),
            .. Text("origin.element_class", origin.ElementClass, LongestName),
            .. Text("origin.family", origin.Family, LongestPrompt),
            .. Text("origin.asset_id", origin.AssetId, LongestName),
            .. origin.SeenIn.Count <= MostSeenIn ? [] : Problem("origin.seen_in", $"has {origin.SeenIn.Count}; at most {MostSeenIn}"),
            .. origin.SeenIn.Take(MostSeenIn).SelectMany((id, i) => Text($"origin.seen_in[{i}]", id, LongestName)),
            .. request.Gold is not null && request.Example is not null ? Problem("example", "an item is gold or an example, not both") : [],
            .. Answer("gold", request.Gold, dimensions, reasonRequired: false),
            .. Answer("example", request.Example, dimensions, reasonRequired: true),
        ];
    }

    private static FieldProblem[] File(ReadOnlySpan<byte> image) => image.Length switch
    {
        0 => Problem("image", "is required"),
        > LargestFile => Problem("image", $"has {image.Length} bytes; at most {LargestFile}"),
        _ => PngHeader.Read(image) switch
        {
            null => Problem("image", "is not a PNG"),
            ( > LargestSide, _) or (_, > LargestSide) => Problem("image", $"is larger than {LargestSide} × {LargestSide} pixels"),
            _ => [],
        },
    };

    private static IEnumerable<FieldProblem> Answer(string field, KnownAnswer? answer, IReadOnlyCollection<Dimension> dimensions, bool reasonRequired)
    {
        if (answer is null)
        {
            return [];
        }

        var known = LabelMapping.ToAnswer(answer);
        var missing = LocalText.Locales.Where(locale => known.Reason is null || !known.Reason.ByLocale.ContainsKey(locale));
        return
        [
            .. JudgementRules.Check(new Judgement(known.Verdict, known.Scores, known.Marks), dimensions).Select(problem => problem with { Field = $"{field}.{problem.Field}" }),
            .. known.Tolerance is >= 0 and <= Core.Labeling.KnownAnswer.MostTolerance
                ? []
                : Problem($"{field}.tolerance", $"is 0 to {Core.Labeling.KnownAnswer.MostTolerance}"),
            .. reasonRequired ? missing.SelectMany(locale => Problem($"{field}.reason[{locale}]", "is required")) : [],
            .. known.Reason?.ByLocale.SelectMany(text => Text($"{field}.reason", text.Value, LongestReason)) ?? [],
        ];
    }

    private static FieldProblem[] Text(string field, string text, int longest) =>
        text.Length <= longest && !text.Any(char.IsControl) ? [] : Problem(field, $"is up to {longest} characters without control characters");

    private static FieldProblem[] Problem(string field, string message) => [new(field, message)];
}
