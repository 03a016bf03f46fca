using Creative.Contract.V1;
using Creative.Server.Labeling.Board;

namespace Creative.Server.Labeling.Learning;

/// <summary>What the scorer says, for leads.</summary>
public sealed class Forecasts(ScorerInForce scorer, LearningCourses courses)
{
    /// <summary>Adds to an item what is foreseen of it.</summary>
    /// <param name="inputs">Null: it is not described yet.</param>
    public void AddTo(Item item, float[]? inputs)
    {
        if (inputs is not null && scorer.Newest is { } snapshot && snapshot.Map.Inputs == inputs.Length)
        {
            item.Foreseen.Add(snapshot.Foresee(inputs).All.Select(one => new ForeseenScore { Target = one.Target, Value = one.Value, StandardDeviation = one.Deviation }));
        }
    }

    /// <summary>The figures of a project with the scorer's own.</summary>
    public Dashboard Complete(Dashboard figures, ProjectBoard board)
    {
        var dashboard = figures.Clone();
        var advice = courses.Advise(board);
        dashboard.Stopping = new StoppingAdvice { Stop = advice.Stop, Signs = { advice.Signs.Select(ToMessage) } };
        dashboard.ScorerJudgements = scorer.Newest?.Judgements ?? 0;
        dashboard.ScorerVersion = scorer.Published;
        return dashboard;
    }

    private static StoppingSign ToMessage(Core.ActiveLearning.StoppingSign sign) => new()
    {
        Kind = sign.Kind switch
        {
            Core.ActiveLearning.StoppingSignKind.ScorerTooYoung => StoppingSignKind.ScorerTooYoung,
            Core.ActiveLearning.StoppingSignKind.ScorerChanges => StoppingSignKind.ScorerChanges,
            Core.ActiveLearning.StoppingSignKind.ScorerSettled => StoppingSignKind.ScorerSettled,
            Core.ActiveLearning.StoppingSignKind.UncertaintyTooYoung => StoppingSignKind.UncertaintyTooYoung,
            Core.ActiveLearning.StoppingSignKind.UncertaintyFalls => StoppingSignKind.UncertaintyFalls,
            Core.ActiveLearning.StoppingSignKind.UncertaintyFlat => StoppingSignKind.UncertaintyFlat,
            Core.ActiveLearning.StoppingSignKind.NothingPlanned => StoppingSignKind.NothingPlanned,
            Core.ActiveLearning.StoppingSignKind.PlanOpen => StoppingSignKind.PlanOpen,
            Core.ActiveLearning.StoppingSignKind.PlanDone => StoppingSignKind.PlanDone,
            _ => throw new ArgumentOutOfRangeException(nameof(sign), sign.Kind, "no such sign"),
        },
        Value = sign.Value,
        Reference = sign.Reference,
    };
}
