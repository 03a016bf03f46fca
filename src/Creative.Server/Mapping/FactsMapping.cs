using System.Collections.Immutable;
using Creative.Contract.V1;
using Creative.Core.Diffusion;
using Creative.Core.Explaining;
using Creative.Core.Imaging;
using Creative.Core.Placements;
using CoreCheck = Creative.Core.Composition.Check;
using CoreFormat = Creative.Core.Imaging.ImageFormat;
using CorePlacement = Creative.Core.Placements.Placement;

namespace Creative.Server.Mapping;

/// <summary>The record of an asset as the facts that its explanation rests on.</summary>
internal static class FactsMapping
{
    public static AssetFacts Of(Asset asset, Brand brand, PlacementCatalog placements)
    {
        var made = asset.Provenance;
        var brief = Contract.V1.Brief.Parser.ParseJson(made.BriefJson);
        return new AssetFacts
        {
            Brief = BriefMapping.ToAccepted(brief),
            Brand = new BrandFacts(
                brand.Id, made.BrandVersion, brand.Name, [.. brand.Styles], [.. brand.Glossary.Select(BrandMapping.ToEntry)],
                Colours(brand.Colours.Select(colour => KeyValuePair.Create(colour.Role, colour.Hex)))),
            Placement = placements.Find(asset.Placement) ?? OwnSize(asset, brief),
            Variant = asset.Variant,
            File = new FileFacts((CoreFormat)asset.Format, asset.ByteSize, asset.Report.EncoderQuality),
            Style = made.Style,
            Palette = Colours(made.Palette),
            Composition = made.Composition,
            LayoutsConsidered = made.LayoutsConsidered,
            LayoutScore = made.LayoutScore,
            Elements = [.. made.Elements.Select(ToFacts)],
            Checks = [.. asset.Report.Checks.Select(ToCheck)],
            Dropped = [.. asset.Report.DroppedRoles],
            Models = [.. made.Models.Select(model => new ModelIdentity(model.Id, model.Version, model.Sha256))],
            Versions = new VersionFacts(made.LayoutRulesVersion, made.ComplianceRulesVersion, made.PlacementsVersion, made.SoftwareVersion),
        };
    }

    private static CorePlacement OwnSize(Asset asset, Brief brief)
    {
        var cap = brief.Placements.FirstOrDefault()?.Custom?.MaxBytes ?? 0;
        return new CorePlacement(asset.Placement, new CanvasSize(asset.Width, asset.Height), default, cap == 0 ? null : cap, [(CoreFormat)asset.Format]);
    }

    private static ElementFacts ToFacts(ElementUse use) => new(use.ElementClass, use.Candidates, use.Score, use.PaintedWidth, use.DrawnWidth, use.EnlargedBy)
    {
        ScorerVersion = use.ScorerVersion,
        ScoreDeviation = use.ScoreDeviation,
        ScoreShares = use.ScoreShares.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static CoreCheck ToCheck(Check check) =>
        new(check.Rule, check.Subject, check.Passed, check.Hard, check.Measured, check.Limit, check.Unit, check.Detail);

    private static ImmutableSortedDictionary<string, Colour> Colours(IEnumerable<KeyValuePair<string, string>> hexByRole) =>
        hexByRole.ToImmutableSortedDictionary(entry => entry.Key, entry => Colour.Parse(entry.Value), StringComparer.Ordinal);
}
