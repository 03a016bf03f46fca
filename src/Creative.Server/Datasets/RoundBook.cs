using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Creative.Server.Datasets.Storage;
using Creative.Server.Errors;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Creative.Server.Datasets;

/// <summary>What happened in each round.</summary>
public sealed partial class RoundBook(RoundStore store, TimeProvider clock)
{
    private const int MostRounds = 10_000;
    private const int LongestText = 4000;

    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem.</exception>
    public async Task<Round> PutAsync(Round? round, CancellationToken cancellation)
    {
        if (round is null)
        {
            throw Refusals.BadRequest("round", "is required");
        }

        var problems = Problems(round).ToArray();
        if (problems.Length > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        var kept = round.Clone();
        kept.CreateTime ??= Timestamp.FromDateTimeOffset(clock.GetUtcNow());
        await store.PutAsync(new RoundRow { Series = kept.Series, Number = kept.Number, Record = kept.ToByteArray() }, cancellation);
        return kept;
    }

    public async Task<ListRoundsResponse> ListAsync(string series, CancellationToken cancellation) =>
        new() { Rounds = { (await store.ListAsync(series, cancellation)).Select(row => Round.Parser.ParseFrom(row.Record)) } };

    private static IEnumerable<FieldProblem> Problems(Round round)
    {
        if (!SeriesPattern().IsMatch(round.Series))
        {
            yield return new FieldProblem("round.series", "is 1 to 40 characters of [a-z0-9-]");
        }

        if (round.Number is < 0 or > MostRounds)
        {
            yield return new FieldProblem("round.number", $"is {round.Number}; 0 to {MostRounds}");
        }

        var rate = round.UsableRate ?? new Estimate();
        if (rate.Value is < 0 or > 1 || rate.Low > rate.Value || rate.Value > rate.High)
        {
            yield return new FieldProblem("round.usable_rate", "is not from 0 to 1, or its interval does not hold it");
        }

        (string Field, string Text)[] texts = [("training", round.Training), ("comparison", round.Comparison), ("remarks", round.Remarks)];
        foreach (var (field, text) in texts.Where(one => one.Text.Length > LongestText))
        {
            yield return new FieldProblem($"round.{field}", $"has {text.Length} characters; at most {LongestText}");
        }

        (string Field, double Value)[] counts = [("shown", round.Shown), ("judged", round.Judged), ("exported", round.Exported), ("minutes", round.Minutes)];
        foreach (var (field, value) in counts.Where(one => one.Value < 0))
        {
            yield return new FieldProblem($"round.{field}", $"is {value}; at least 0");
        }
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SeriesPattern();
}
