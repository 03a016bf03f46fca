using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Labeling.Access;
using Creative.Server.Models;
using Creative.Server.Models.Comparing;
using Creative.Server.Models.Intake;
using Creative.Server.Models.Storage;
using Grpc.Core;

namespace Creative.Server.Services;

/// <summary>creative.v1.ModelService: versions of models, and which of them serve.</summary>
public sealed class ModelGrpcService(ModelIntake intake, ModelBoard board, ModelMoves moves, ModelStandings standings, ModelStore store, ComparisonDesk comparisons) : ModelService.ModelServiceBase
{
    private const int ShortestReason = 3;
    private const int LongestReason = 300;
    private const int UsualPage = 20;
    private const int LargestPage = 200;

    public override async Task<ModelVersion> RegisterModel(IAsyncStreamReader<RegisterModelRequest> requestStream, ServerCallContext context)
    {
        var (row, existed) = await intake.TakeAsync(requestStream, context.CancellationToken);
        var version = board.Describe(ModelMapping.ToMessage(row), await standings.HistoryAsync(row.ModelId, context.CancellationToken));
        version.Existed = existed;
        return version;
    }

    public override async Task<ListModelsResponse> ListModels(ListModelsRequest request, ServerCallContext context) =>
        new() { Models = { await board.ListAsync(context.CancellationToken) } };

    public override Task<Model> GetModel(GetModelRequest request, ServerCallContext context) => board.GetAsync(request.Id, context.CancellationToken);

    public override async Task<Model> PromoteModel(PromoteModelRequest request, ServerCallContext context)
    {
        RequireReason(request.Why);
        await moves.PromoteAsync(request.ModelId, request.Version, request.WithoutComparison, WhoCalls(context), request.Why, context.CancellationToken);
        return await board.GetAsync(request.ModelId, context.CancellationToken);
    }

    public override async Task<Model> RollBackModel(RollBackModelRequest request, ServerCallContext context)
    {
        RequireReason(request.Why);
        await moves.RollBackAsync(request.ModelId, WhoCalls(context), request.Why, context.CancellationToken);
        return await board.GetAsync(request.ModelId, context.CancellationToken);
    }

    public override async Task<Model> SetChallenger(SetChallengerRequest request, ServerCallContext context)
    {
        RequireReason(request.Why);
        if (request.Share is not (>= 0 and <= 1))
        {
            throw Refusals.BadRequest("share", $"is {request.Share}; 0 to 1");
        }

        await moves.ChallengeAsync(request.ModelId, request.Version, request.Share, WhoCalls(context), request.Why, context.CancellationToken);
        return await board.GetAsync(request.ModelId, context.CancellationToken);
    }

    public override Task CompareModels(CompareModelsRequest request, IServerStreamWriter<CompareModelsProgress> responseStream, ServerCallContext context) =>
        comparisons.CompareAsync(request, WhoCalls(context), responseStream, context.CancellationToken);

    public override async Task<ListComparisonsResponse> ListComparisons(ListComparisonsRequest request, ServerCallContext context)
    {
        if (request.PageSize is < 0 or > LargestPage)
        {
            throw Refusals.BadRequest("page_size", $"is {request.PageSize}; 1 to {LargestPage}, or 0 for {UsualPage}");
        }

        var rows = await store.ComparisonsAsync(request.ModelId, request.PageSize == 0 ? UsualPage : request.PageSize, context.CancellationToken);
        return new ListComparisonsResponse { Comparisons = { rows.Select(row => Comparison.Parser.ParseFrom(row.Record)) } };
    }

    private static string WhoCalls(ServerCallContext context) => RaterInterceptor.CallerOf(context).Id;

    private static void RequireReason(string why)
    {
        if (why.Length is < ShortestReason or > LongestReason || why.Any(char.IsControl))
        {
            throw Refusals.BadRequest("why", $"is {ShortestReason} to {LongestReason} characters without control characters");
        }
    }
}
