using Creative.Contract.V1;
using Creative.Core.Explaining;
using Creative.Core.Placements;
using Creative.Server.Brands;
using Creative.Server.Errors;
using Creative.Server.Mapping;
using Grpc.Core;

namespace Creative.Server.Assets;

/// <summary>Says why an asset looks the way it does. Needs no model, and works for assets whose rules have changed since.</summary>
public sealed class AssetExplanations(BrandRegistry brands, PlacementCatalog placements)
{
    /// <exception cref="RpcException">INVALID_ARGUMENT for a language that there is none in; FAILED_PRECONDITION when the brand's version is gone.</exception>
    public async Task<AssetExplanation> ExplainAsync(Asset asset, string language, CancellationToken cancellation)
    {
        if (language.Length > 0 && !Phrases.Languages.Contains(language))
        {
            throw Refusals.BadRequest("language", $"is none of {string.Join(", ", Phrases.Languages)}");
        }

        var version = asset.Provenance.BrandVersion;
        var brand = await brands.FindMessageAsync(asset.Brand, version, cancellation)
            ?? throw Refusals.Precondition([("brand", $"{asset.Brand}@{version}", $"Brand '{asset.Brand}' is not there in version {version}.")]);
        var facts = FactsMapping.Of(asset, brand, placements);
        var explanation = AssetExplainer.Explain(facts, language.Length > 0 ? language : Phrases.LanguageOf(brand.Locale));
        return ExplanationMapping.ToMessage(explanation, asset);
    }
}
