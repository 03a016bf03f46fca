using Creative.Contract.V1;
using Creative.Core.Labeling;
using Creative.Server.Assets;
using Creative.Server.Labeling.Access;
using Creative.Server.Labeling.Events;
using Creative.Server.Labeling.Figures;
using Creative.Server.Labeling.Items;
using Creative.Server.Labeling.Learning;
using Creative.Server.Labeling.Mapping;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Queue;
using Creative.Server.Labeling.Storage;
using Grpc.Core;

namespace Creative.Server.Services;

/// <summary>creative.v1.LabelingService: designers judge. Who calls was checked by <see cref="RaterInterceptor"/>.</summary>
internal sealed class LabelingGrpcService(
    RaterDesk raters,
    ProjectDesk projects,
    ItemIntake intake,
    ItemPainting painting,
    ItemPages items,
    ItemFiles files,
    LeaseDesk leases,
    SubmitDesk submissions,
    EventPages events,
    ProgressFigures progress,
    FiguresDesk figures,
    Forecasts forecasts,
    ChainCheck chain) : LabelingService.LabelingServiceBase
{
    public override Task<Rater> SignIn(SignInRequest request, ServerCallContext context) => Task.FromResult(raters.SignIn(request.Key));

    public override Task<ListDimensionsResponse> ListDimensions(ListDimensionsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListDimensionsResponse
        {
            Dimensions = { DimensionCatalogue.Default.All.Select(LabelMapping.ToMessage) },
            Version = DimensionCatalogue.Default.Version,
        });

    public override Task<ListProjectsResponse> ListProjects(ListProjectsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListProjectsResponse { Projects = { projects.All } });

    public override Task<Project> PutProject(PutProjectRequest request, ServerCallContext context) =>
        projects.PutAsync(request.Project, context.CancellationToken);

    public override async Task AddItems(IAsyncStreamReader<AddItemsRequest> requestStream, IServerStreamWriter<AddItemsResponse> responseStream, ServerCallContext context)
    {
        for (var index = 0L; await requestStream.MoveNext(context.CancellationToken); index++)
        {
            var (id, existed, problems) = await intake.AddAsync(requestStream.Current, context.CancellationToken);
            await responseStream.WriteAsync(
                new AddItemsResponse { Index = index, ItemId = id, Existed = existed, Problems = { problems.Select(LabelMapping.ToMessage) } },
                context.CancellationToken);
        }
    }

    public override Task PaintItems(PaintItemsRequest request, IServerStreamWriter<PaintItemsResponse> responseStream, ServerCallContext context) =>
        painting.PaintAsync(request, responseStream, context.CancellationToken);

    public override Task<LeaseItemsResponse> LeaseItems(LeaseItemsRequest request, ServerCallContext context) =>
        leases.LeaseAsync(RaterInterceptor.CallerOf(context).Id, request, context.CancellationToken);

    public override async Task DownloadItem(DownloadItemRequest request, IServerStreamWriter<DownloadItemChunk> responseStream, ServerCallContext context)
    {
        await using var file = files.Open(request.ItemId, RaterInterceptor.CallerOf(context));
        await file.SendAsync(responseStream, data => new DownloadItemChunk { Data = data }, context.CancellationToken);
    }

    public override Task<SubmitResponse> Submit(SubmitRequest request, ServerCallContext context) =>
        submissions.SubmitAsync(RaterInterceptor.CallerOf(context), request);

    public override Task<ListOwnEventsResponse> ListOwnEvents(ListOwnEventsRequest request, ServerCallContext context) =>
        events.ListAsync(RaterInterceptor.CallerOf(context), request, context.CancellationToken);

    public override Task<Progress> GetProgress(GetProgressRequest request, ServerCallContext context) =>
        Task.FromResult(progress.Of(RaterInterceptor.CallerOf(context).Id, request.Project));

    public override Task<ListExamplesResponse> ListExamples(ListExamplesRequest request, ServerCallContext context) =>
        Task.FromResult(projects.Find(request.Project).Read(state => new ListExamplesResponse
        {
            Examples = { state.Items.Where(item => item.Use == ItemUse.Example).Select(ItemMapping.ToExample) },
        }));

    public override Task<Dashboard> GetDashboard(GetDashboardRequest request, ServerCallContext context) =>
        Task.Run(() => forecasts.Complete(figures.Of(request.Project).Dashboard, projects.Find(request.Project)), context.CancellationToken);

    public override Task<ListItemsResponse> ListItems(ListItemsRequest request, ServerCallContext context) => Task.FromResult(items.List(request));

    public override Task<ItemHistory> GetItem(GetItemRequest request, ServerCallContext context) => items.GetAsync(request.Id, context.CancellationToken);

    public override Task<ListRatersResponse> ListRaters(ListRatersRequest request, ServerCallContext context) => Task.FromResult(raters.List());

    public override Task<PutRaterResponse> PutRater(PutRaterRequest request, ServerCallContext context) => raters.PutAsync(request, context.CancellationToken);

    public override Task<VerifyEventsResponse> VerifyEvents(VerifyEventsRequest request, ServerCallContext context) => chain.RunAsync(context.CancellationToken);
}
