using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Core.Scenes;
using Creative.Server.Brands;
using Creative.Server.Errors;
using Creative.Server.Hosting;
using Creative.Server.Jobs;
using Creative.Server.Mapping;
using Creative.Server.Models;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>Makes an asset again from its provenance alone, with the models, brand and rules it was made with.</summary>
public sealed class AssetRemaker(
    BrandRegistry brands, RequestReader reader, WorkshopLoader workshops, RenderScorers scorers, ModelFolders folders, RuleVersions rules) : IDisposable
{
    // One at a time: it is as heavy as a render.
    private readonly SemaphoreSlim _gate = new(1);

    /// <param name="composer">Which of a workshop's composers makes it: with cached elements, or every element painted afresh.</param>
    /// <param name="drawn">Hears of the finished scene; its images are only valid during the call.</param>
    /// <exception cref="RpcException">FAILED_PRECONDITION naming each model, brand or set of rules that is not there in the version it was made with.</exception>
    public async Task<Outcome> RemakeAsync(Asset asset, Func<Workshop, CreativeComposer> composer, Action<Scene>? drawn, CancellationToken cancellation)
    {
        var models = asset.Provenance.Models.Select(model => folders.WithWeights(model.Id, model.Sha256)).ToArray();
        var scorerVersion = asset.Provenance.Elements.FirstOrDefault()?.ScorerVersion ?? "";
        var scorer = await scorers.FindAsync(scorerVersion, cancellation);
        var missing = await MissingAsync(asset, models, cancellation);
        if (scorer is null)
        {
            missing.Add(RenderScorers.Missing(scorerVersion));
        }

        if (missing.Count > 0)
        {
            throw Refusals.Precondition(missing);
        }

        var wanted = JsonParser.Default.Parse<Brief>(asset.Provenance.BriefJson);
        var (brief, brand) = await reader.ReadAsync(new RenderRequest { Brief = wanted }, asset.Provenance.BrandVersion, cancellation);

        await _gate.WaitAsync(cancellation);
        try
        {
            // What an asset names is what made it, in the order of CreativeComposer: painter, layouts and, where it had a part in it, the upscaler.
            using var lease = await workshops.RentAsync(models[0]!.Value, models[1]!.Value, models.ElementAtOrDefault(2), cancellation);
            var maker = composer(lease.Workshop).ScoredBy(scorer!);
            return await Task.Run(
                () =>
                {
                    var concept = maker.Conceive(brief, brand)[asset.Variant];
                    using var art = maker.Paint(concept, PaintMapping.ToSettings(asset.Provenance), progress: null, cancellation);
                    return maker.Compose(brief, brand, concept, art, brief.Placements.Single(), cancellation, drawn);
                },
                cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<List<(string Type, string Subject, string Description)>> MissingAsync(Asset asset, ModelKey?[] models, CancellationToken cancellation)
    {
        var missing = new List<(string Type, string Subject, string Description)>();
        var made = asset.Provenance;
        if (await brands.FindMessageAsync(asset.Brand, made.BrandVersion, cancellation) is null)
        {
            missing.Add(("brand", $"{asset.Brand}@{made.BrandVersion}", $"Brand '{asset.Brand}' is not there in version {made.BrandVersion}."));
        }

        missing.AddRange(made.Models
            .Where((_, i) => models[i] is null)
            .Select(model => ("model", $"{model.Id}@{model.Version}", $"Model '{model.Id}' is not there in version {model.Version} with the same weights.")));
        missing.AddRange(rules.DifferingFrom(made)
            .Select(rule => ("rules", rule.Name, $"The {rule.Name} are now in version {rule.Now}; the asset was made with {rule.Then}.")));
        return missing;
    }
}
