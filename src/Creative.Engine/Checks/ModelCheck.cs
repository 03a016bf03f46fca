using System.Collections.Immutable;
using System.Globalization;
using Creative.Core.Diffusion;
using Creative.Engine.Families;
using Creative.Engine.Folders;
using Creative.Engine.Onnx;

namespace Creative.Engine.Checks;

/// <summary>
/// Tells what a model folder is: reads model.json, compares every file with its hash, and only then loads the graphs, on the
/// CPU, as a server would.
/// </summary>
public static class ModelCheck
{
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ModelReport Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder {folder}.");
        }

        try
        {
            var manifest = ModelManifest.Read(folder);
            return manifest.Kind switch
            {
                ModelKind.Upscaler => OneGraph(manifest, "upscaler", OnnxUpscaler.Load, new("enlarging", true, $"draws elements {manifest.Upscaler!.Scale} times as large")),
                ModelKind.Embedder => OneGraph(manifest, "embedder", OnnxEmbedder.Load, new("embedding", true, $"vectors of {manifest.Embedder!.Length} numbers, to compare pictures by")),
                ModelKind.Layout => OneGraph(manifest, "layout", OnnxLayoutModel.Load, new("layouts", true, "proposes boxes for a canvas")),
                _ => Painter(manifest, manifest.Elements!),
            };
        }
        catch (InvalidModelException error)
        {
            return new ModelReport(folder, NameOf(folder), "unknown") { Family = FamilyByPipeline(folder)?.Title ?? "", Problems = Split(error) };
        }
    }

    private static ModelReport Painter(ModelManifest manifest, ElementsSection section)
    {
        var words = section.Vocabulary;
        var report = Begin(manifest, "elements") with
        {
            Family = section.Family.Title,
            NativeSize = string.Create(
                CultureInfo.InvariantCulture, $"{section.Latent.Width * section.Downscale}x{section.Latent.Height * section.Downscale} {(section.Channels == 4 ? "RGBA" : "RGB")}"),
            Prompts = $"\"{words.Template}\" with {string.Join(", ", words.Classes)}",
            Scheduler = string.Create(CultureInfo.InvariantCulture, $"{words.Scheduler}, {words.Steps} steps, guidance {words.Guidance}"),
        };
        var (problems, model) = Load(manifest, host => OnnxDiffusionModel.Load(manifest, host));
        using (model)
        {
            return problems.IsEmpty
                ? report with { Parts = PartsOf(manifest), Precision = OnnxFile.Read(manifest.Denoiser).Precision, Abilities = AbilitiesOf(model!.Model) }
                : report with { Problems = problems };
        }
    }

    private static ModelReport OneGraph<T>(ModelManifest manifest, string kind, Func<ModelManifest, OnnxRuntimeHost, T> load, Ability ability)
        where T : class, IDisposable
    {
        var (problems, model) = Load(manifest, host => load(manifest, host));
        using (model)
        {
            var report = Begin(manifest, kind);
            return problems.IsEmpty
                ? report with
                {
                    Parts = PartsOf(manifest),
                    Precision = OnnxFile.Read(manifest.Graph).Precision,
                    Abilities = [ability],
                }
                : report with { Problems = problems };
        }
    }

    private static ModelReport Begin(ModelManifest manifest, string kind) =>
        new(manifest.Folder, manifest.Identity.Id, kind) { Version = manifest.Identity.Version, Bytes = manifest.Files.Sum(name => LengthOf(manifest.Folder, name)) };

    /// <summary>Graphs are not given to the runtime unless every file is what model.json says.</summary>
    private static (ImmutableArray<string> Problems, T? Model) Load<T>(ModelManifest manifest, Func<OnnxRuntimeHost, T> load)
        where T : class, IDisposable
    {
        try
        {
            manifest.VerifyFiles();
            return ([], load(new OnnxRuntimeHost(new EngineOptions { Provider = ExecutionProvider.Cpu }, _ => { })));
        }
        catch (InvalidModelException error)
        {
            return (Split(error), null);
        }
    }

    private static ImmutableArray<Ability> AbilitiesOf(DiffusionModel model)
    {
        var (inpaintsOnly, words) = (model.Denoiser.ExtraChannels > 0, model.Vocabulary);
        var few = model.FewStepDenoiser is not null || model.Denoiser.EmbedsGuidance || words.Steps <= 8;
        return
        [
            new("text-to-image", !inpaintsOnly, inpaintsOnly ? "its UNet reads a mask and a picture: it only paints into pictures" : "paints from a prompt"),
            new("image-to-image", !inpaintsOnly && model.Encoder is not null, inpaintsOnly ? "it needs a mask" : model.Encoder is null ? model.WhyNoEncoder : "starts from a picture, by a strength"),
            new("inpainting", model.Encoder is not null, model.Encoder is null ? model.WhyNoEncoder : inpaintsOnly ? "its UNet reads the mask" : "what the mask keeps is put back at every step"),
            new("cut-outs", model.Decoder.Channels == 4 || model.Matting is not null, model.Decoder.Channels == 4
                ? "paints alpha itself"
                : model.Matting is not null ? "matting/model.onnx finds the alpha" : "it paints RGB and has no matting/model.onnx, so that its pictures serve as full-bleed backgrounds only"),
            new("few steps", few, !few
                ? $"{words.Steps} steps are its own setting"
                : words.FewSteps is { } other ? $"a second UNet paints in {other.Steps}" : $"{words.Steps} steps{(model.Denoiser.EmbedsGuidance ? ", guidance is a number that it reads" : "")}"),
        ];
    }

    private static ImmutableArray<PartReport> PartsOf(ModelManifest manifest) =>
    [
        .. manifest.Files.Where(name => name.EndsWith(".onnx", StringComparison.Ordinal)).Select(name =>
        {
            var (graph, place) = (OnnxFile.Read(Path.Combine(manifest.Folder, name)), name[..(name.LastIndexOf('/') + 1)]);
            var weights = graph.External.Select(tensor => tensor.Location).Distinct().Sum(location => LengthOf(manifest.Folder, place + location));
            return new PartReport(place.Length == 0 ? name : place[..^1], graph.Precision, LengthOf(manifest.Folder, name) + weights);
        }),
    ];

    private static ModelFamily? FamilyByPipeline(string folder)
    {
        const string Index = "model_index.json";
        return FolderFile.Complaint(folder, Index) is null && PartSettings.Read(Path.Combine(folder, Index)).Text("_class_name") is { } name
            ? ModelFamily.OfPipeline(name)
            : null;
    }

    private static long LengthOf(string folder, string name) =>
        FolderFile.Complaint(folder, name) is null ? FolderFile.Length(Path.Combine(folder, name)) : 0;

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    private static ImmutableArray<string> Split(InvalidModelException error)
    {
        var file = Path.GetFileName(error.Path);
        return [.. error.Problems.Select(problem => file == ModelManifest.FileName ? $"{file}: {problem}" : problem)];
    }
}
