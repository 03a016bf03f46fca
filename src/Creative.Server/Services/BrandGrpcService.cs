using Creative.Contract.V1;
using Creative.Core.Placements;
using Creative.Server.Brands;
using Creative.Server.Errors;
using Creative.Server.Mapping;
using Grpc.Core;

namespace Creative.Server.Services;

/// <summary>creative.v1.BrandService: the house rules, and what can be asked for.</summary>
public sealed class BrandGrpcService(BrandRegistry brands, PlacementCatalog placements) : BrandService.BrandServiceBase
{
    public override async Task<ListBrandsResponse> ListBrands(ListBrandsRequest request, ServerCallContext context) =>
        new() { Brands = { (await brands.PublishedAsync(context.CancellationToken)).Select(BrandMapping.WithoutFiles) } };

    public override Task<Brand> GetBrand(GetBrandRequest request, ServerCallContext context) =>
        FindAsync(request.Id, request.Version, context.CancellationToken);

    public override Task<Brand> PutBrand(PutBrandRequest request, ServerCallContext context) => request.Brand is { } brand
        ? brands.PutAsync(BrandMapping.ToDraft(brand), request.ValidateOnly, !request.Draft, context.CancellationToken)
        : throw Refusals.BadRequest("brand", "is required");

    public override async Task<Brand> PublishBrand(PublishBrandRequest request, ServerCallContext context) =>
        await brands.PublishAsync(request.Id, request.Version, context.CancellationToken) ?? throw Refusals.NotFound("brand", $"{request.Id}@{request.Version}");

    public override async Task<ListBrandVersionsResponse> ListBrandVersions(ListBrandVersionsRequest request, ServerCallContext context) =>
        await brands.VersionsAsync(request.Id, context.CancellationToken) is { Count: > 0 } versions
            ? new ListBrandVersionsResponse { Versions = { versions } }
            : throw Refusals.NotFound("brand", request.Id);

    public override Task<ListPlacementsResponse> ListPlacements(ListPlacementsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListPlacementsResponse
        {
            Version = placements.Version,
            Placements =
            {
                placements.All
                    .Where(placement => request.Platform.Length == 0 || placement.Platform == request.Platform)
                    .Where(placement => request.Family.Length == 0 || placement.Family.Name() == request.Family)
                    .Select(PlacementMapping.ToMessage),
            },
        });

    public override Task<ListStylesResponse> ListStyles(ListStylesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListStylesResponse { Styles = { StyleMapping.All } });

    public override async Task<ListGlossaryResponse> ListGlossary(ListGlossaryRequest request, ServerCallContext context) =>
        new() { Entries = { (await FindAsync(request.Brand, version: "", context.CancellationToken)).Glossary } };

    private async Task<Brand> FindAsync(string id, string version, CancellationToken cancellation) =>
        await brands.FindMessageAsync(id, version, cancellation)
        ?? throw Refusals.NotFound("brand", version.Length == 0 ? id : $"{id}@{version}");
}
