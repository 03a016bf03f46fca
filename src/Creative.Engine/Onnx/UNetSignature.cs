using Creative.Core.Diffusion;
using Creative.Engine.Families;

namespace Creative.Engine.Onnx;

/// <summary>
/// What a UNet reads: sample [batch, channels, height, width], timestep (a scalar, one, or one for each image),
/// encoder_hidden_states [batch, tokens, width], of SDXL also text_embeds [batch, width] and time_ids [batch, 6], of a latent
/// consistency model also timestep_cond [batch, width] → out_sample, like sample. Found out from the session's metadata, and
/// from config.json where those leave a length open.
/// </summary>
internal sealed class UNetSignature(ModelFamily family, LatentShape latent, int downscale, OnnxTextEncoder text, PartSettings settings)
{
    public const string Sample = "sample";
    public const string Timestep = "timestep";
    public const string Text = "encoder_hidden_states";
    public const string Pooled = "text_embeds";
    public const string TimeIds = "time_ids";
    public const string Guidance = "timestep_cond";
    public const string Output = "out_sample";
    public const int TimeIdsWidth = 6;

    public int TextWidth { get; } = text.Width;

    public int PooledWidth { get; } = text.PooledWidth;

    /// <value>0 when the graph does not read guidance.</value>
    public int GuidanceWidth { get; private set; }

    public int ExtraChannels { get; private set; }

    public bool TimestepIsScalar { get; private set; }

    public bool TimestepForEach { get; private set; }

    /// <summary>Original size, crop and target size in pixels, each height before width: Podell et al. 2023, arXiv:2307.01952, section 2.2. Nothing is cropped.</summary>
    public float[] TimeIdsOf(LatentShape shape, int batch)
    {
        float[] ids = [shape.Height * downscale, shape.Width * downscale, 0, 0, shape.Height * downscale, shape.Width * downscale];
        return [.. Enumerable.Repeat(ids, batch).SelectMany(row => row)];
    }

    public GraphRules Rules(GraphSignature graph)
    {
        var embeds = family.EmbedsGuidance ?? graph.Inputs.ContainsKey(Guidance);
        List<string> problems = [.. FamilyProblems(graph)];
        var channels = Channels(graph, problems);
        GuidanceWidth = embeds ? Width(graph, Guidance, "time_cond_proj_dim", problems) : 0;
        if (graph.Inputs.TryGetValue(Timestep, out var time) && time.IsTensor)
        {
            TimestepIsScalar = time.Dimensions.Length == 0;
            TimestepForEach = time.Dimensions is [< 0] && time.SymbolicDimensions[0].Contains("batch", StringComparison.OrdinalIgnoreCase);
        }

        TensorRule[] size = family.TwoEncoders
            ? [new(Pooled, [TensorRule.Free, PooledWidth], TensorRule.Floats), new(TimeIds, [TensorRule.Free, TimeIdsWidth], TensorRule.Floats)]
            : [];
        TensorRule[] guidance = embeds ? [new(Guidance, [TensorRule.Free, -1], TensorRule.Floats)] : [];
        return new GraphRules(
            [
                new(Sample, [TensorRule.Free, channels, latent.Height, latent.Width], TensorRule.Floats),
                new(Timestep, [1], TensorRule.Numbers) { ScalarToo = true },
                new(Text, [TensorRule.Free, -1, TextWidth], TensorRule.Floats),
                .. size,
                .. guidance,
            ],
            [new(Output, [-1, latent.Channels, latent.Height, latent.Width], TensorRule.Floats)])
        {
            Problems = problems,
        };
    }

    private IEnumerable<string> FamilyProblems(GraphSignature graph)
    {
        var found = ModelFamily.OfInputs(graph.Inputs.Keys);
        if (found is not null && found != family && graph.Inputs.ContainsKey(Sample))
        {
            yield return $"model.json says {family.Name}, but these are the inputs of {found.Name}: {string.Join(", ", graph.Inputs.Keys.Order(StringComparer.Ordinal))}";
        }
    }

    /// <summary>Those of the latent; or for inpainting those, the mask and those of the rest of the picture.</summary>
    private int Channels(GraphSignature graph, List<string> problems)
    {
        var channels = Side(graph, Sample, 1) ?? settings.Whole("in_channels", 1024) ?? latent.Channels;
        ExtraChannels = channels == (2 * latent.Channels) + 1 ? latent.Channels + 1 : 0;
        if (ExtraChannels == 0 && channels != latent.Channels && Side(graph, Sample, 1) is null)
        {
            problems.Add($"config.json says {channels} channels, expected {latent.Channels}, or {(2 * latent.Channels) + 1} for inpainting");
        }

        return latent.Channels + ExtraChannels;
    }

    private int Width(GraphSignature graph, string input, string field, List<string> problems)
    {
        var width = Side(graph, input, 1) ?? settings.Whole(field, 1 << 16);
        if (width is null && graph.Inputs.ContainsKey(input))
        {
            problems.Add($"input '{input}' leaves its width open, and config.json has no {field}");
        }

        return width ?? 0;
    }

    private static int? Side(GraphSignature graph, string input, int dimension) =>
        graph.Inputs.TryGetValue(input, out var found) && found.IsTensor && found.Dimensions.Length > dimension && found.Dimensions[dimension] > 0
            ? found.Dimensions[dimension]
            : null;
}
