namespace Creative.Core.ActiveLearning;

/// <summary>What one sign says of whether further judgements pay.</summary>
public enum StoppingSignKind
{
    /// <summary>Too few versions of the scorer to say whether it still changes its verdicts; figures: how many, and how many it takes.</summary>
    ScorerTooYoung,

    /// <summary>Figures: kappa of successive versions, and from which on they count as the same.</summary>
    ScorerChanges,

    /// <summary>As <see cref="ScorerChanges"/>; speaks for stopping.</summary>
    ScorerSettled,

    /// <summary>Its uncertainty was followed over too few judgements to say whether it falls; figures: over how many, and how many it takes.</summary>
    UncertaintyTooYoung,

    /// <summary>Figures: the share by which it falls, in how many judgements.</summary>
    UncertaintyFalls,

    /// <summary>As <see cref="UncertaintyFalls"/>; speaks for stopping.</summary>
    UncertaintyFlat,

    /// <summary>No number of judgements is planned.</summary>
    NothingPlanned,

    /// <summary>Figures: judgements made, and planned.</summary>
    PlanOpen,

    /// <summary>As <see cref="PlanOpen"/>; speaks for stopping.</summary>
    PlanDone,
}

/// <summary>One sign, with the figures that it rests on.</summary>
/// <param name="Value">What was measured; 0 where there is nothing to measure.</param>
/// <param name="Reference">What it is held against; 0 where there is nothing.</param>
public sealed record StoppingSign(StoppingSignKind Kind, double Value = 0, double Reference = 0)
{
    public bool Stop => Kind is StoppingSignKind.ScorerSettled or StoppingSignKind.UncertaintyFlat or StoppingSignKind.PlanDone;
}
