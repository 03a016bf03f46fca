using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Briefs;

/// <summary>What a campaign wants. Valid by construction when it comes from <c>BriefValidator</c>.</summary>
public sealed record Brief
{
    public required string Campaign { get; init; }

    public required string BrandId { get; init; }

    public required Copy Copy { get; init; }

    public string Mood { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Audience { get; init; } = "";

    /// <value>"consumer", "fund", "wealth", "loan", "insurance", "securities" or "futures".</value>
    public string ProductType { get; init; } = "consumer";

    /// <value>At least one, none twice.</value>
    public required ImmutableArray<Placement> Placements { get; init; }

    /// <value>1 to 8.</value>
    public int Variants { get; init; } = 1;

    public ulong Seed { get; init; }

    /// <value>Null: each placement's own first format.</value>
    public ImageFormat? Format { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <value>Empty: chosen from the mood and the brand.</value>
    public string Style { get; init; } = "";
}

/// <summary>The words by role, NFC; an empty string is a role that is not there.</summary>
public sealed record Copy(string Headline, string Subhead, string Benefit, string CallToAction, string Disclaimer);

/// <summary>A record that backs a claim made in the copy.</summary>
public sealed record Evidence(string Id, string Claim);

/// <summary>One thing that is wrong with a request. <paramref name="Field"/> is its path in the contract, such as "brief.copy.headline".</summary>
public sealed record FieldProblem(string Field, string Message);
