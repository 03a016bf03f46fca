using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Creative.Core.Diffusion;
using Creative.Engine.Folders;

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
            .Add(ModelKind.Layout, ["model.onnx"])
            .Add(ModelKind.Upscaler, ["model.onnx"])
            .Add(ModelKind.Embedder, ["model.onnx"]);

    private const string FewStepFile = "unet_few_steps/model.onnx";

    /// <value>What a family with two text encoders needs besides.</value>
    private static readonly ImmutableArray<string> SecondEncoder = ["tokenizer_2/vocab.json", "tokenizer_2/merges.txt", "text_encoder_2/model.onnx"];

    private const int MostFiles = 4096;

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

    /// <value>Names of the files that model.json lists, such as "unet/model.onnx".</value>
    public IEnumerable<string> Files => _files.Keys;

    public ModelKind Kind { get; }

    public ModelIdentity Identity { get; }

    /// <value>Null for other kinds.</value>
    public ElementsSection? Elements { get; }

    public string Vocabulary => PathOf("tokenizer/vocab.json");

    public string Merges => PathOf("tokenizer/merges.txt");

    /// <value>Null when the model has none, and CLIP's own settings hold.</value>
    public string? TokenizerSettings => Optional("tokenizer/tokenizer_config.json");

    public string TextEncoder => PathOf("text_encoder/model.onnx");

    /// <value>Null for a model that only paints from noise.</value>
    public string? Encoder => Optional("vae_encoder/model.onnx");

    /// <value>Null for a model that paints alpha itself, or only backgrounds.</value>
    public string? Matting => Optional("matting/model.onnx");

    /// <value>Null when the model has none.</value>
    public string? Pipeline => Optional("model_index.json");

    public string Denoiser => PathOf("unet/model.onnx");

    public string FewStepDenoiser => PathOf(FewStepFile);

    public string Decoder => PathOf("vae_decoder/model.onnx");

    public string Scheduler => PathOf("scheduler/scheduler_config.json");

    /// <value>The graph of a model that has only one.</value>
    public string Graph => PathOf("model.onnx");

    /// <value>Null for other kinds.</value>
    public UpscalerSection? Upscaler { get; private init; }

    /// <value>Null for other kinds.</value>
    public EmbedderSection? Embedder { get; private init; }

    /// <summary>True for a path such as "unet/model.onnx", with forward slashes, that cannot lead out of a model folder by its parts.</summary>
    public static bool IsInside(string name) => FolderFile.IsInside(name);

    /// <summary>A file beside a part's graph, such as "config.json" of "unet"; null when the model has none.</summary>
    public string? SettingsOf(string part, string file = "config.json") => Optional($"{part}/{file}");

    /// <summary>Where a part's graph is, such as that of "text_encoder_2".</summary>
    public string GraphOf(string part) => PathOf($"{part}/model.onnx");

    /// <summary>Where a file of a tokenizer is, such as "vocab.json" of "tokenizer_2".</summary>
    public string WordsOf(string tokenizer, string file) => PathOf($"{tokenizer}/{file}");

    /// <summary>Reads model.json; opens no other file.</summary>
    /// <exception cref="InvalidModelException">Names every problem of model.json.</exception>
    public static ModelManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (FolderFile.Complaint(folder, FileName) is { } complaint)
        {
            throw new InvalidModelException(path, complaint);
        }

        try
        {
            using var document = JsonDocument.Parse(FolderFile.Read(path, FolderFile.MostSettings));
            return Parse(folder, path, new JsonFields(document.RootElement));
        }
        catch (JsonException error)
        {
            throw new InvalidModelException(path, $"not JSON: {error.Message}", error);
        }
    }

    /// <summary>Compares every file with its hash in model.json, and sees to it that no graph reaches for weights elsewhere.</summary>
    /// <exception cref="InvalidModelException">Names every file that is missing, cut short, altered, or outside the folder.</exception>
    public void VerifyFiles()
    {
        var problems = new List<string>();
        foreach (var (name, expected) in _files)
        {
            if (FolderFile.Complaint(Folder, name) is { } complaint)
            {
                problems.Add(complaint);
                continue;
            }

            using var stream = File.OpenRead(PathOf(name));
            var actual = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (actual != expected)
            {
                problems.Add($"{name} is truncated or altered: {stream.Length} bytes with SHA-256 {actual}, expected {expected}");
            }
            else if (name.EndsWith(".onnx", StringComparison.Ordinal))
            {
                problems.AddRange(WeightProblems(name));
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidModelException(Folder, problems);
        }
    }

    private IEnumerable<string> WeightProblems(string name)
    {
        try
        {
            return [.. ExternalWeights.Problems(Folder, name, _files.Keys.ToHashSet(StringComparer.Ordinal))];
        }
        catch (InvalidModelException error)
        {
            return [$"{name} {error.Problem}"];
        }
    }

    private static ModelManifest Parse(string folder, string path, JsonFields json)
    {
        var id = json.Text("id");
        var version = json.Text("version");
        var kind = json.OneOf("kind", ("elements", ModelKind.Elements), ("layout", ModelKind.Layout), ("upscaler", ModelKind.Upscaler), ("embedder", ModelKind.Embedder));
        var files = json.Texts("files").ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (id.Length > 0 && id != Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
        {
            json.Problem("id", $"'{id}' is not the name of the folder");
        }

        if (files.Count > MostFiles)
        {
            json.Problem("files", $"lists {files.Count} files, expected at most {MostFiles}");
        }

        foreach (var (name, hash) in files)
        {
            if (!FolderFile.IsInside(name))
            {
                json.Problem("files", $"'{name}' is not a path inside the folder");
            }

            if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            {
                json.Problem("files", $"the hash of '{name}' is not 64 lower-case hexadecimal digits");
            }
        }

        var elements = kind == ModelKind.Elements ? ElementsSection.Parse(json) : null;
        var required = Required[kind].AddRange(elements is { Family.TwoEncoders: true } ? SecondEncoder : []);
        foreach (var name in required.Where(name => !files.ContainsKey(name)))
        {
            json.Problem("files", $"'{name}' is not listed, and a model of this kind needs it");
        }

        if (elements?.Vocabulary.FewSteps is not null && !files.ContainsKey(FewStepFile))
        {
            json.Problem("files", $"'{FewStepFile}' is not listed, and 'few_steps' needs it");
        }

        var upscaler = kind == ModelKind.Upscaler ? UpscalerSection.Parse(json.Section("upscaler")) : null;
        var embedder = kind == ModelKind.Embedder ? EmbedderSection.Parse(json.Section("embedder")) : null;
        json.ThrowIfWrong(path);
        return new ModelManifest(folder, kind, new ModelIdentity(id, version, Combine(files.Values)), files, elements) { Upscaler = upscaler, Embedder = embedder };
    }

    /// <summary>One hash for all files: SHA-256 of their hashes, sorted, one a line.</summary>
    private static string Combine(IEnumerable<string> hashes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes.Order(StringComparer.Ordinal)))));

    private string? Optional(string name) => _files.ContainsKey(name) ? PathOf(name) : null;

    private string PathOf(string name) => Path.Combine([Folder, .. name.Split('/')]);
}
