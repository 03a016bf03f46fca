using Creative.Core.Imaging;

namespace Creative.Core.Briefs;

/// <summary>A brief as it came in: nothing is checked. Member by member the message creative.v1.Brief.</summary>
public sealed record BriefDraft
{
    public string? Campaign { get; init; }

    public string? Brand { get; init; }

    public CopyDraft? Copy { get; init; }

    public string? Mood { get; init; }

    public string? Subject { get; init; }

    public string? Audience { get; init; }

    public string? ProductType { get; init; }

    public IReadOnlyList<PlacementDraft> Placements { get; init; } = [];

    /// <value>0 counts as 1.</value>
    public int Variants { get; init; }

    public ulong Seed { get; init; }

    /// <value>The number in the contract; 0: each placement's own first format.</value>
    public int Format { get; init; }

    public IReadOnlyList<EvidenceDraft> Evidence { get; init; } = [];

    public string? Style { get; init; }
}

public sealed record CopyDraft(string? Headline, string? Subhead, string? Benefit, string? CallToAction, string? Disclaimer);

/// <summary>Exactly one of the two is to be set.</summary>
public sealed record PlacementDraft(string? Id, CustomPlacementDraft? Custom);

/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="MaxBytes">0: no cap.</param>
/// <param name="Formats">Numbers of the contract, in order of preference.</param>
/// <param name="SafeArea">Null: none.</param>
public sealed record CustomPlacementDraft(int Width, int Height, long MaxBytes, IReadOnlyList<int> Formats, Insets? SafeArea);

public sealed record EvidenceDraft(string? Id, string? Claim);
