using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Server.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using CoreCheck = Creative.Core.Composition.Check;

namespace Creative.Server.Mapping;

/// <summary>Finished files as messages of the contract, and as rows.</summary>
internal static class AssetMapping
{
    public static AssetRow ToRow(Delivered delivered, string renderId, Brief wanted, string brand, DateTimeOffset now)
    {
        var asset = new Asset
        {
            Id = delivered.AssetId,
            RenderId = renderId,
            Campaign = wanted.Campaign,
            Brand = brand,
            Variant = delivered.Variant,
            Placement = delivered.Placement.Id,
            Width = delivered.Placement.Size.Width,
            Height = delivered.Placement.Size.Height,
            Format = (ImageFormat)delivered.File.Format,
            ByteSize = delivered.File.Bytes.Length,
            Sha256 = delivered.Sha256,
            Report = ToReport(delivered.Report),
            Provenance = ToProvenance(delivered.Provenance, OnlyThis(wanted, delivered)),
            CreateTime = Timestamp.FromDateTimeOffset(now),
        };
        return new AssetRow
        {
            Id = asset.Id,
            Campaign = asset.Campaign,
            Brand = asset.Brand,
            Placement = asset.Placement,
            Sha256 = asset.Sha256,
            Record = asset.ToByteArray(),
        };
    }

    /// <summary>The brief without the placements that this asset was not made for.</summary>
    private static Brief OnlyThis(Brief wanted, Delivered delivered)
    {
        var reference = wanted.Placements.First(placement => IdOf(placement) == delivered.Placement.Id);
        var brief = wanted.Clone();
        brief.Placements.Clear();
        brief.Placements.Add(reference);
        return brief;
    }

    private static string IdOf(PlacementRef placement) =>
        placement.KindCase == PlacementRef.KindOneofCase.Custom ? $"{placement.Custom.Width}x{placement.Custom.Height}" : placement.Id;

    private static Report ToReport(AssetReport report) => new()
    {
        Checks = { report.Checks.Select(ToCheck) },
        EncoderQuality = report.Quality,
        DroppedRoles = { report.DroppedRoles },
        Reasons = { report.Reasons },
    };

    public static Contract.V1.Check ToCheck(CoreCheck check) => new()
    {
        Rule = check.Rule,
        Subject = check.Subject,
        Passed = check.Passed,
        Hard = check.Hard,
        Measured = check.Measured,
        Limit = check.Limit,
        Unit = check.Unit,
        Detail = check.Detail,
    };

    private static Provenance ToProvenance(AssetProvenance provenance, Brief brief)
    {
        var message = new Provenance
        {
            BriefJson = JsonFormatter.Default.Format(brief),
            BrandVersion = provenance.BrandVersion,
            Models = { provenance.Models.Select(model => new ModelUse { Id = model.Id, Version = model.Version, Sha256 = model.Sha256 }) },
            Elements = { provenance.Elements.Select(ToElement) },
            Style = provenance.Style,
            Composition = provenance.Choice.Composition.ToString(),
            LayoutSeed = provenance.Choice.Seed,
            LayoutsConsidered = provenance.Choice.Considered,
            LayoutScore = Math.Round(provenance.Choice.Score, 4),
            LayoutRulesVersion = provenance.LayoutRulesVersion,
            ComplianceRulesVersion = provenance.ComplianceRulesVersion,
            PlacementsVersion = provenance.PlacementsVersion,
            SoftwareVersion = provenance.SoftwareVersion,
            AigcJson = provenance.AigcJson,
        };
        message.Layout.AddRange(provenance.Layout.Select(entry => new RoleBox
        {
            Role = RoleNames.Of(entry.Key),
            X = entry.Value.X,
            Y = entry.Value.Y,
            Width = entry.Value.Width,
            Height = entry.Value.Height,
        }));
        foreach (var (role, colour) in provenance.Palette.Colours)
        {
            message.Palette[role] = colour.Hex;
        }

        return message;
    }

    private static ElementUse ToElement(PaintedElementUse element)
    {
        var message = ToSettings(element);

        // What was only measured needs no naming: it is part of the software.
        if (element.Scored is { Deviation: { } deviation } learned)
        {
            message.ScorerVersion = learned.ScorerVersion;
            message.ScoreDeviation = deviation;
            foreach (var figure in learned.Figures.Where(figure => figure.Share is not null))
            {
                message.ScoreShares[figure.Name] = figure.Share!.Value;
            }
        }

        return message;
    }

    private static ElementUse ToSettings(PaintedElementUse element) => new()
    {
        Prompt = element.Request.Prompt,
        Seed = element.Request.Seed,
        Steps = element.Request.Steps,
        Guidance = element.Request.Guidance,
        Scheduler = element.Request.Scheduler,
        Candidates = element.Candidates,
        Score = element.Score,
        FewSteps = element.Request.FewSteps,
        ElementClass = element.ElementClass,
        PaintedWidth = element.PaintedWidth,
        DrawnWidth = element.DrawnWidth,
        EnlargedBy = element.EnlargedBy,
    };
}
