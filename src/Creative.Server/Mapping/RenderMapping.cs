using Creative.Contract.V1;
using Creative.Server.Storage;
using Google.Protobuf.WellKnownTypes;

namespace Creative.Server.Mapping;

/// <summary>Rows of a render as messages of the contract.</summary>
internal static class RenderMapping
{
    public static RenderEvent ToEvent(OutcomeRow outcome, AssetRow? asset)
    {
        var message = new RenderEvent { RenderId = outcome.RenderId, Sequence = outcome.Sequence };
        if (asset is null)
        {
            message.Refusal = ToRefusal(outcome);
        }
        else
        {
            message.Asset = Asset.Parser.ParseFrom(asset.Record);
        }

        return message;
    }

    public static RenderSummary ToSummary(RenderRow render, IReadOnlyList<(OutcomeRow Outcome, AssetRow? Asset)> history) => new()
    {
        State = render.State,
        Delivered = history.Count(entry => entry.Asset is not null),
        Refused = history.Count(entry => entry.Asset is null),
        ElapsedMs = render.ElapsedMs,
        Error = render.Error,
    };

    /// <param name="fraction">Share done as the worker reports it; null when nobody works on it.</param>
    public static RenderJob ToJob(RenderRow render, IReadOnlyList<(OutcomeRow Outcome, AssetRow? Asset)> history, double? fraction)
    {
        var job = new RenderJob
        {
            Id = render.Id,
            RequestId = render.RequestId ?? "",
            State = render.State,
            Brief = RenderRequest.Parser.ParseFrom(render.Request).Brief,
            CreateTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(render.CreatedAt)),
            Fraction = render.State == RenderState.Succeeded ? 1 : fraction ?? (double)history.Count / render.Expected,
        };
        job.AssetIds.AddRange(history.Where(entry => entry.Asset is not null).Select(entry => entry.Asset!.Id));
        job.Refusals.AddRange(history.Where(entry => entry.Asset is null).Select(entry => ToRefusal(entry.Outcome)));
        if (render.State.HasEnded())
        {
            job.Summary = ToSummary(render, history);
        }

        return job;
    }

    private static Refusal ToRefusal(OutcomeRow outcome) =>
        new() { Variant = outcome.Variant, Placement = outcome.Placement, Rule = outcome.Rule, Reason = outcome.Reason };
}
