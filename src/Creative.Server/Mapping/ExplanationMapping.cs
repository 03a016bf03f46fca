using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Creative.Core.Explaining;
using V1 = Creative.Contract.V1;

namespace Creative.Server.Mapping;

/// <summary>Explanations as messages of the contract.</summary>
internal static partial class ExplanationMapping
{
    public static AssetExplanation ToMessage(Explanation explanation, Asset asset)
    {
        var made = asset.Provenance;
        return new AssetExplanation
        {
            AssetId = asset.Id,
            Language = explanation.Language,
            Sections = { explanation.Sections.Select(ToMessage) },
            Style = new V1.ExplainedStyle
            {
                Style = explanation.Style.Style,
                Origin = explanation.Style.Origin is { } origin ? NameOf(origin) : "",
                Words = { explanation.Style.Words },
            },
            Palette = { explanation.Palette.Select(ToMessage) },
            Elements = { explanation.Elements.Select(ToMessage) },
            Layout = new ExplainedLayout { Composition = made.Composition, Considered = made.LayoutsConsidered, Score = made.LayoutScore, Boxes = { made.Layout } },
            DroppedRoles = { asset.Report.DroppedRoles },
            Tightest = { explanation.Tightest.Select(one => new V1.ExplainedCheck { Check = AssetMapping.ToCheck(one.Check), Headroom = one.Headroom }) },
            BrandVersion = made.BrandVersion,
            Models = { made.Models },
            LayoutRulesVersion = made.LayoutRulesVersion,
            ComplianceRulesVersion = made.ComplianceRulesVersion,
            PlacementsVersion = made.PlacementsVersion,
            SoftwareVersion = made.SoftwareVersion,
        };
    }

    private static V1.ExplainedSection ToMessage(Core.Explaining.ExplainedSection section) =>
        new() { Id = section.Id, Title = section.Title, Sentences = { section.Sentences } };

    private static V1.ExplainedColour ToMessage(Core.Explaining.ExplainedColour colour) => new()
    {
        Role = colour.Role,
        Hex = colour.Value.Hex,
        BrandRole = colour.BrandRole,
        BrandHex = colour.BrandValue.Hex,
        Distance = colour.Distance,
    };

    private static V1.ExplainedElement ToMessage(Core.Explaining.ExplainedElement element) => new()
    {
        ElementClass = element.Facts.ElementClass,
        Origin = NameOf(element.Origin),
        Word = element.Word,
        Meaning = element.Meaning,
        Never = element.Never,
        Candidates = element.Facts.Candidates,
        Score = element.Facts.Score,
        DrawnWidth = element.Facts.DrawnWidth,
        PaintedWidth = element.Facts.PaintedWidth,
        EnlargedBy = element.Facts.EnlargedBy,
        ScorerVersion = element.Facts.ScorerVersion,
        ScoreDeviation = element.Facts.ScoreDeviation,
        ScoreShares = { element.Facts.ScoreShares },
    };

    /// <summary>"HouseWord" → "house_word".</summary>
    private static string NameOf<T>(T origin)
        where T : struct, Enum => InnerCapital().Replace(origin.ToString(), "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex InnerCapital();
}
