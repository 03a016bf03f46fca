using Creative.Core.Scoring.Learning;
using Creative.Engine;
using Creative.Server.Hosting;

namespace Creative.Server.Labeling.Learning;

/// <summary>Describes elements for the scorer. The embedding model is loaded when it is first asked for, and stays.</summary>
public sealed class ElementInputs(ModelCatalog models, ServerOptions options, ILogger<ElementInputs> logger)
{
    private readonly Lock _gate = new();
    private ElementFeaturizer? _featurizer;
    private bool _tried;

    /// <value>Null when there is no embedding model, or it cannot be used: nothing is learnt then, and elements are chosen by what can be measured.</value>
    public ElementFeaturizer? Featurizer
    {
        get
        {
            lock (_gate)
            {
                if (!_tried)
                {
                    _tried = true;
                    _featurizer = Load();
                }

                return _featurizer;
            }
        }
    }

    private ElementFeaturizer? Load()
    {
        try
        {
            return models.Has(options.EmbedderModel) ? new ElementFeaturizer(models.Embedder(options.EmbedderModel)) : null;
        }
        catch (InvalidModelException e)
        {
            Log.EmbedderUnusable(logger, e);
            return null;
        }
    }
}
