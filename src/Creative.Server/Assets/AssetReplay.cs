using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Server.Brands;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Jobs;
using Creative.Server.Mapping;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>Makes an asset again from its provenance alone, every element painted afresh, and compares the bytes.</summary>
public sealed class AssetReplay(BrandRegistry brands, RequestReader reader, WorkshopLoader workshops, RuleVersions rules, ILogger<AssetReplay> logger) : IDisposable
{
    // One at a time: it is as heavy as a render.
    private readonly SemaphoreSlim _gate = new(1);

    /// <exception cref="RpcException">FAILED_PRECONDITION naming each model, brand or set of rules that is not there in the version it was made with.</exception>
    public async Task<ReplayAssetResponse> ReplayAsync(Asset asset, CancellationToken cancellation)
    {
        var workshop = await workshops.GetAsync(cancellation);
        var missing = await MissingAsync(asset, workshop, cancellation);
        if (missing.Count > 0)
        {
            throw Refusals.Precondition(missing);
        }

        var wanted = JsonParser.Default.Parse<Brief>(asset.Provenance.BriefJson);
        var (brief, brand) = await reader.ReadAsync(new RenderRequest { Brief = wanted }, asset.Provenance.BrandVersion, cancellation);

        // What an asset names is what made it: none of the pictures without the upscaler's name had a part of its making.
        var composer = asset.Provenance.Models.Any(model => model.Id == workshop.Upscaler?.Model.Id) ? workshop.Afresh : workshop.AfreshAsPainted;
        await _gate.WaitAsync(cancellation);
        try
        {
            var outcome = await Task.Run(
                () =>
                {
                    var concept = composer.Conceive(brief, brand)[asset.Variant];
                    using var art = composer.Paint(concept, PaintMapping.ToSettings(asset.Provenance), progress: null, cancellation);
                    return composer.Compose(brief, brand, concept, art, brief.Placements.Single(), cancellation);
                },
                cancellation);
            var again = outcome is Delivered delivered ? delivered.Sha256 : "";
            Log.Replayed(logger, asset.Id, again == asset.Sha256);
            return new ReplayAssetResponse { Identical = again == asset.Sha256, OriginalSha256 = asset.Sha256, ReplayedSha256 = again };
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<List<(string Type, string Subject, string Description)>> MissingAsync(Asset asset, Workshop workshop, CancellationToken cancellation)
    {
        var missing = new List<(string Type, string Subject, string Description)>();
        var made = asset.Provenance;
        if (await brands.FindMessageAsync(asset.Brand, made.BrandVersion, cancellation) is null)
        {
            missing.Add(("brand", $"{asset.Brand}@{made.BrandVersion}", $"Brand '{asset.Brand}' is not there in version {made.BrandVersion}."));
        }

        List<ModelIdentity> loaded = [workshop.Painter.Model, workshop.Layouts.Model];
        if (workshop.Upscaler is { } upscaler)
        {
            loaded.Add(upscaler.Model);
        }

        missing.AddRange(made.Models
            .Where(model => !loaded.Any(one => one.Id == model.Id && one.Sha256 == model.Sha256))
            .Select(model => ("model", $"{model.Id}@{model.Version}", $"Model '{model.Id}' is not loaded in version {model.Version} with the same weights.")));
        missing.AddRange(rules.DifferingFrom(made)
            .Select(rule => ("rules", rule.Name, $"The {rule.Name} are now in version {rule.Now}; the asset was made with {rule.Then}.")));
        return missing;
    }
}
