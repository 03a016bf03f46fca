using Creative.Contract.V1;
using Creative.Core.Comparing;
using Creative.Server.Errors;
using Creative.Server.Models.Storage;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Creative.Server.Models.Comparing;

/// <summary>Compares two versions and keeps what came of it.</summary>
public sealed class ComparisonDesk(ModelStore store, ModelStandings standings, ModelFolders folders, DesignersPairs designers, ScorersPairs scorers, TimeProvider clock)
{
    /// <summary>Progress goes to the client as it comes, the comparison last.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem; NOT_FOUND; FAILED_PRECONDITION: there is nothing to compare by.</exception>
    public async Task CompareAsync(CompareModelsRequest request, string who, IServerStreamWriter<CompareModelsProgress> client, CancellationToken cancellation)
    {
        var problems = ComparisonRules.Of(request);
        if (problems.Count > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        var history = await standings.HistoryAsync(request.ModelId, cancellation);
        var baseline = VersionOf(request.ModelId, request.Baseline, Aliases.Champion, history.Champion);
        var candidate = VersionOf(request.ModelId, request.Candidate, Aliases.Challenger, history.Challenger);
        if (baseline == candidate)
        {
            throw Refusals.BadRequest("candidate", $"is {candidate.Version}, and so is the baseline");
        }

        var pairs = request.SourceCase switch
        {
            CompareModelsRequest.SourceOneofCase.Painted => await scorers.PaintAsync(request.Painted, baseline, candidate, client, cancellation),
            CompareModelsRequest.SourceOneofCase.Judged => await designers.ReadAsync(request.Judged.Project, baseline, candidate, cancellation),
            _ => [.. request.Given.Pairs.Select(ComparisonMapping.ToPair)],
        };
        var rule = ComparisonMapping.ToRule(request.Rule);
        var comparison = ComparisonMapping.ToMessage(ModelComparison.Of(pairs, rule), rule);
        var now = clock.GetUtcNow();
        comparison.Id = Guid.CreateVersion7(now).ToString("N");
        (comparison.ModelId, comparison.Baseline, comparison.Candidate) = (baseline.Id, baseline.Version, candidate.Version);
        comparison.Source = request.SourceCase.ToString().ToLowerInvariant();
        comparison.CreateTime = Timestamp.FromDateTimeOffset(now);
        comparison.Who = who;
        await store.AddAsync(
            [new ComparisonRow { ModelId = baseline.Id, Baseline = baseline.Version, Candidate = candidate.Version, Promotable = comparison.Promotable, Record = comparison.ToByteArray() }],
            cancellation);
        await client.WriteAsync(new CompareModelsProgress { Done = pairs.Count, Total = pairs.Count, Comparison = comparison }, cancellation);
    }

    /// <param name="asked">A version or an alias; empty: the usual alias.</param>
    /// <param name="aliased">What that alias points to; null or empty: nothing.</param>
    private ModelKey VersionOf(string id, string asked, string alias, string? aliased)
    {
        var key = new ModelKey(id, asked.Length == 0 || asked == alias ? aliased ?? "" : asked);
        return key.Version.Length > 0 && folders.Has(key) ? key : throw Refusals.NotFound("model version", $"{id} {(key.Version.Length > 0 ? key.Version : alias)}");
    }
}
