using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Creative.Core.Diffusion;

namespace Creative.Engine;

/// <summary>A model folder as its model.json describes it. The only type that knows file names in a model folder.</summary>
public sealed class ModelManifest
{
    public const string FileName = "model.json";

    /// <value>Files that each kind cannot do without.</value>
    private static readonly ImmutableDictionary<ModelKind, ImmutableArray<string>> Required =
        ImmutableDictionary<ModelKind, ImmutableArray<string>>.Empty
            .Add(ModelKind.Elements,
            [
                "tokenizer/vocab.json", "tokenizer/merges.txt", "text_encoder/model.onnx", "unet/model.onnx", "vae_decoder/model.onnx",
                "scheduler/scheduler_config.json",
            ])
            .Add(ModelKind.Layout, ["model.onnx"]);

    private const string FewStepFile = "unet_few_steps/model.onnx";

    private readonly ImmutableSortedDictionary<string, string> _files;

    private ModelManifest(string folder, ModelKind kind, ModelIdentity identity, ImmutableSortedDictionary<string, string> files, ElementsSection? elements)
    {
        Folder = folder;
        Kind = kind;
        Identity = identity;
        Elements = elements;
        _files = files;
    }

    public string Folder { get; }

    public ModelKind Kind { get; }

    public ModelIdentity Identity { get; }

    /// <value>Null for other kinds.</value>
    public ElementsSection? Elements { get; }

    public string Vocabulary => PathOf("tokenizer/vocab.json");

    public string Merges => PathOf("tokenizer/merges.txt");

    /// <value>Null when the model has none, and CLIP's own settings hold.</value>
    public string? TokenizerSettings => _files.ContainsKey("tokenizer/tokenizer_config.json") ? PathOf("tokenizer/tokenizer_config.json") : null;

    public string TextEncoder => PathOf("text_encoder/model.onnx");

    public string Denoiser => PathOf("unet/model.onnx");

    public string FewStepDenoiser => PathOf(FewStepFile);

    public string Decoder => PathOf("vae_decoder/model.onnx");

    public string Scheduler => PathOf("scheduler/scheduler_config.json");

    public string LayoutGraph => PathOf("model.onnx");

    /// <summary>Reads model.json; opens no other file.</summary>
    /// <exception cref="InvalidModelException">Names every problem of model.json.</exception>
    public static ModelManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new InvalidModelException(path, "the file is missing");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Parse(folder, path, new JsonFields(document.RootElement));
        }
        catch (JsonException error)
        {
            throw new InvalidModelException(path, $"not JSON: {error.Message}", error);
        }
    }

    /// <summary>Compares every file with its hash in model.json.</summary>
    /// <exception cref="InvalidModelException">Names every file that is missing, cut short or altered.</exception>
    public void VerifyFiles()
    {
        var problems = new List<string>();
        foreach (var (name, expected) in _files)
        {
            var path = PathOf(name);
            if (!File.Exists(path))
            {
                problems.Add($"{name} is missing");
                continue;
            }

            using var stream = File.OpenRead(path);
            var actual = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (actual != expected)
            {
                problems.Add($"{name} is truncated or altered: {stream.Length} bytes with SHA-256 {actual}, expected {expected}");
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidModelException(Folder, problems);
        }
    }

    private static ModelManifest Parse(string folder, string path, JsonFields json)
    {
        var id = json.Text("id");
        var version = json.Text("version");
        var kind = json.OneOf("kind", ("elements", ModelKind.Elements), ("layout", ModelKind.Layout));
        var files = json.Texts("files").ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (id.Length > 0 && id != Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
        {
            json.Problem("id", $"'{id}' is not the name of the folder");
        }

        foreach (var (name, hash) in files)
        {
            if (name.Split('/').Any(part => part is "" or "." or "..") || Path.IsPathRooted(name))
            {
                json.Problem("files", $"'{name}' is not a path inside the folder");
            }

            if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            {
                json.Problem("files", $"the hash of '{name}' is not 64 lower-case hexadecimal digits");
            }
        }

        foreach (var name in Required[kind].Where(name => !files.ContainsKey(name)))
        {
            json.Problem("files", $"'{name}' is not listed, and a model of this kind needs it");
        }

        var elements = kind == ModelKind.Elements ? ElementsSection.Parse(json) : null;
        if (elements?.Vocabulary.FewSteps is not null && !files.ContainsKey(FewStepFile))
        {
            json.Problem("files", $"'{FewStepFile}' is not listed, and 'few_steps' needs it");
        }

        json.ThrowIfWrong(path);
        return new ModelManifest(folder, kind, new ModelIdentity(id, version, Combine(files.Values)), files, elements);
    }

    /// <summary>One hash for all files: SHA-256 of their hashes, sorted, one a line.</summary>
    private static string Combine(IEnumerable<string> hashes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes.Order(StringComparer.Ordinal)))));

    private string PathOf(string name) => Path.Combine([Folder, .. name.Split('/')]);
}
