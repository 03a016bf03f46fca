using System.ComponentModel.DataAnnotations;
using Creative.Core.Imaging.Metadata;

namespace Creative.Server.Hosting;

/// <summary>All that can be set from outside: <c>--name value</c> on the command line or <c>CREATIVE_NAME</c> in the environment.</summary>
public sealed record ServerOptions
{
    /// <value>IP address to listen on. Default 127.0.0.1: this machine only. There is no encryption and no sign-in; put a proxy in front of anything wider.</value>
    [Required]
    public string Address { get; init; } = "127.0.0.1";

    /// <value>Port; 0: any free one. Default 5310.</value>
    [Range(0, 65535)]
    public int Port { get; init; } = 5310;

    /// <value>A file to write the chosen URL to once the server listens; empty: none.</value>
    public string UrlFile { get; init; } = "";

    /// <value>Folder for the database and the files. Default out/data where the program is installed.</value>
    [Required]
    public string Data { get; init; } = Path.Combine(Installation.Root, "out", "data");

    /// <value>Folder of models, each a folder with model.json. Default models where the program is installed.</value>
    [Required]
    public string Models { get; init; } = Path.Combine(Installation.Root, "models");

    /// <value>Folder name of the model that paints elements. Default elements-mini.</value>
    [Required]
    public string ElementsModel { get; init; } = "elements-mini";

    /// <value>Folder name of the model that proposes layouts. Default layout-mini.</value>
    [Required]
    public string LayoutModel { get; init; } = "layout-mini";

    /// <value>Folder name of the model that enlarges elements; empty, or where there is no such folder: none, and reports say so. Default none: upscale-mini costs the demo 0.4 GB more memory for half a decibel.</value>
    public string UpscalerModel { get; init; } = "";

    /// <value>Folder name of the model that describes elements for the scorer; empty, or where there is no such folder: nothing is learnt. Default embed-mini.</value>
    public string EmbedderModel { get; init; } = "embed-mini";

    /// <value>Project that every element of a delivered asset is put into, to be judged; empty: none. Default none.</value>
    public string CollectElements { get; init; } = "";

    /// <value>Folder of brand folders that are put at start; empty: none. Default samples/brands where the program is installed.</value>
    public string Brands { get; init; } = Path.Combine(Installation.Root, "samples", "brands");

    /// <value>"auto", "cpu", "cuda" or "tensorrt". Default auto: CUDA where it loads.</value>
    [AllowedValues("auto", "cpu", "cuda", "tensorrt")]
    public string Provider { get; init; } = "auto";

    /// <value>27-character code of the provider that AI labels name (TC260-PG-20252A). Default: a made-up one, for trying things out.</value>
    [Required]
    public string AigcProducer { get; init; } = ProviderCode.Sample;

    /// <value>Secret that seals AI labels, at least 16 characters; best given as CREATIVE_AIGC_KEY. Default: one that everybody knows, for trying things out.</value>
    [MinLength(AigcSeal.MinKeyLength)]
    public string AigcKey { get; init; } = SampleKey;

    /// <summary>Known to everybody, so a seal with it proves nothing.</summary>
    public const string SampleKey = "creative-sample-key";

    /// <value>Processor threads of one model run, 0 to 256. Default 0: one per core.</value>
    [Range(0, 256)]
    public int Threads { get; init; }

    /// <value>Images that a GPU paints in one run, 0 to 16. Default 0: 8 on a GPU. On the CPU each image is a run of its own, and this says nothing.</value>
    [Range(0, 16)]
    public int MaxBatch { get; init; }

    /// <value>"on" or "off": paint once in the background when the models are loaded. Default on.</value>
    [AllowedValues("on", "off")]
    public string WarmUp { get; init; } = "on";

    /// <value>"on" or "off": record the GPU commands of each size once and play them again (CUDA). Default off.</value>
    [AllowedValues("on", "off")]
    public string CudaGraphs { get; init; } = "off";

    /// <value>Folder in which TensorRT keeps what it builds; empty: none.</value>
    public string TensorRtCache { get; init; } = "";

    /// <value>"on" or "off": TensorRT may compute in half precision. Default off.</value>
    [AllowedValues("on", "off")]
    public string TensorRtHalf { get; init; } = "off";

    /// <value>Renders worked on at the same time, 1 to 64. Default 1: one already uses every core.</value>
    [Range(1, 64)]
    public int ParallelRenders { get; init; } = 1;

    /// <value>Sizes of one render composed at the same time, 0 to 256. Default 0: as many as there are cores.</value>
    [Range(0, 256)]
    public int ParallelPlacements { get; init; }

    /// <value>Renders that may wait or run, 1 to 100,000; more are refused. Default 200.</value>
    [Range(1, 100_000)]
    public int QueueLimit { get; init; } = 200;

    /// <value>Mebibytes of painted elements kept for renders that ask for the same again, 0 to 1,048,576. Default 256.</value>
    [Range(0, 1_048_576)]
    public int ElementCacheMegabytes { get; init; } = 256;

    /// <value>Mebibytes of layered documents kept for whoever asks for the same again, 0 to 1,048,576. Default 256.</value>
    [Range(0, 1_048_576)]
    public int SourceCacheMegabytes { get; init; } = 256;

    /// <value>Events that raters sent which one commit to the disk takes at most, 1 to 10,000. Default 2,000; 1: a commit for each call, as a comparison.</value>
    [Range(1, 10_000)]
    public int CommitGroup { get; init; } = 2000;

    /// <value>Largest message taken, in mebibytes, 1 to 64. Default 5: an image of 4 and what is said of it.</value>
    [Range(1, 64)]
    public int MaxMessageMegabytes { get; init; } = 5;
}
