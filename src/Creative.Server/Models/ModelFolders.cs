using System.Collections.Concurrent;
using Creative.Engine;
using Creative.Server.Hosting;
using Creative.Server.Models.Storage;

namespace Creative.Server.Models;

/// <summary>
/// Where the versions of the models lie: those that were registered under DATA/models/id/version/id, and the one of each that
/// came with the installation in its models folder.
/// </summary>
public sealed class ModelFolders(ServerOptions options)
{
    private readonly ConcurrentDictionary<ModelKey, ModelVersionRow> _registered = new();

    /// <value>The folder of what was registered.</value>
    public string Root { get; } = Path.Combine(options.Data, "models");

    /// <value>Everything that was registered.</value>
    public IEnumerable<ModelVersionRow> Registered => _registered.Values;

    public void Remember(ModelVersionRow version) => _registered[version.Key] = version;

    /// <summary>The version that came with the installation; null where there is none of this id.</summary>
    /// <exception cref="InvalidModelException">Its model.json cannot be read.</exception>
    public ModelManifest? Shipped(string id) =>
        id.Length > 0 && id == Path.GetFileName(id) && File.Exists(Path.Combine(options.Models, id, ModelManifest.FileName))
            ? ModelManifest.Read(Path.Combine(options.Models, id))
            : null;

    /// <summary>Ids of what came with the installation.</summary>
    public IEnumerable<string> ShippedIds() => Directory.Exists(options.Models)
        ? Directory.EnumerateDirectories(options.Models).Select(folder => Path.GetFileName(folder)!).Where(id => File.Exists(Path.Combine(options.Models, id, ModelManifest.FileName))).Order(StringComparer.Ordinal)
        : [];

    public ModelVersionRow? Find(ModelKey key) => _registered.GetValueOrDefault(key);

    /// <summary>Whether there is such a version.</summary>
    public bool Has(ModelKey key) => _registered.ContainsKey(key) || Shipped(key.Id)?.Identity.Version == key.Version;

    /// <summary>What a version is for; it has to be there.</summary>
    public ModelKind KindOf(ModelKey key) => ModelManifest.Read(Path.Combine(CatalogueOf(key), key.Id)).Kind;

    /// <summary>The version with these weights; null: none.</summary>
    public ModelKey? WithWeights(string id, string sha256)
    {
        if (_registered.Values.FirstOrDefault(row => row.ModelId == id && row.Sha256 == sha256) is { } row)
        {
            return row.Key;
        }

        return Shipped(id)?.Identity is { } shipped && shipped.Sha256 == sha256 ? new ModelKey(id, shipped.Version) : null;
    }

    /// <summary>The folder that holds a registered version: moved there in one piece.</summary>
    public string VersionFolder(ModelKey key) => Path.Combine(Root, key.Id, key.Version);

    /// <summary>A folder with the version as a sub-folder named by the model's id, as a catalogue wants it.</summary>
    public string CatalogueOf(ModelKey key) => _registered.ContainsKey(key) ? VersionFolder(key) : options.Models;
}
