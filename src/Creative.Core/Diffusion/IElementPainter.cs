using Creative.Core.Imaging;

namespace Creative.Core.Diffusion;

/// <summary>Which model made something.</summary>
/// <param name="Id">Folder name.</param>
/// <param name="Version">From model.json.</param>
/// <param name="Sha256">Over the sorted hashes of its files, 64 hexadecimal digits.</param>
public sealed record ModelIdentity(string Id, string Version, string Sha256);

/// <summary>One image to paint. The same request gives the same pixels, whatever it is batched with.</summary>
/// <param name="Prompt">Plain English in the model's own vocabulary.</param>
/// <param name="Seed">Seeds the start noise, as torch.manual_seed does.</param>
/// <param name="Steps">Denoising steps, 1 to 150.</param>
/// <param name="Guidance">Classifier-free guidance, above 1 to 20; 0 to 1 is off.</param>
/// <param name="Scheduler">A name of the scheduler table.</param>
public sealed record PaintRequest(string Prompt, ulong Seed, int Steps, double Guidance, string Scheduler)
{
    public string NegativePrompt { get; init; } = "";

    /// <value>Null to start from noise alone.</value>
    public StartImage? Start { get; init; }

    /// <value>Denoise with the model's few-step denoiser; it has to have one.</value>
    public bool FewSteps { get; init; }
}

/// <summary>Progress of a batch.</summary>
/// <param name="Step">1 to <paramref name="Steps"/>.</param>
/// <param name="Steps">Denoising steps in all.</param>
/// <param name="Preview">Decodes the current estimate of image <c>i</c> of the batch; costs one decoder run; only valid during the callback.</param>
public sealed record PaintProgress(int Step, int Steps, Func<int, PixelImage> Preview);

/// <summary>Paints elements with a diffusion model. Safe to call from several threads.</summary>
public interface IElementPainter
{
    ModelIdentity Model { get; }

    /// <summary>What the model knows how to paint, and its own defaults.</summary>
    ElementVocabulary Vocabulary { get; }

    /// <summary>Its pictures have alpha. Those of a model that paints RGB and has no matting may only be used as backgrounds.</summary>
    bool MakesCutOuts { get; }

    /// <summary>Paints a batch; the images come back in the order of the requests, premultiplied RGBA (or RGB for a model without alpha).</summary>
    /// <param name="requests">1 to 16; steps, guidance, scheduler, strength and denoiser are those of the first.</param>
    /// <param name="progress">Called after each step; may be null.</param>
    /// <param name="cancellation">Stops within one step.</param>
    IReadOnlyList<PixelImage> Paint(IReadOnlyList<PaintRequest> requests, Action<PaintProgress>? progress, CancellationToken cancellation);
}
