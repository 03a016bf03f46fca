using Creative.Core.Imaging;
using Creative.Engine.Families;

namespace Creative.Engine.Onnx;

/// <summary>What a matting network's first output is.</summary>
internal enum MatteOutput
{
    /// <summary>0 to 1.</summary>
    Alpha,

    /// <summary>Alpha before the logistic function.</summary>
    Logits,

    /// <summary>Anything; the least of a picture becomes 0 and the greatest 1, as U²-Net's authors do.</summary>
    MinMax,
}

/// <summary>How a picture is made ready for a matting network, from matting/preprocessor_config.json; defaults are those of ImageNet.</summary>
/// <param name="Scale">Of a byte, before the mean is taken away.</param>
/// <param name="Size">The network's input; null where it takes any.</param>
internal sealed record MattingSettings(double Scale, double[] Mean, double[] Deviation, CanvasSize? Size, MatteOutput Output)
{
    private const int MostSide = 4096;

    private static readonly double[] ImageNetMean = [0.485, 0.456, 0.406];

    private static readonly double[] ImageNetDeviation = [0.229, 0.224, 0.225];

    /// <exception cref="InvalidModelException">Names the field that is wrong.</exception>
    public static MattingSettings Read(PartSettings json)
    {
        var normalizes = json.Flag("do_normalize") ?? true;
        var deviation = json.Numbers("image_std", 3) ?? ImageNetDeviation;
        if (deviation.Any(number => !(number > 0)))
        {
            throw json.Problem("image_std", "holds a number that is not above 0");
        }

        return new MattingSettings(
            (json.Flag("do_rescale") ?? true) ? json.Number("rescale_factor", 1e-6, 1e3) ?? 1 / 255.0 : 1,
            normalizes ? json.Numbers("image_mean", 3) ?? ImageNetMean : [0, 0, 0],
            normalizes ? deviation : [1, 1, 1],
            SizeOf(json.Section("size")),
            json.Text("output") switch
            {
                null or "alpha" => MatteOutput.Alpha,
                "logits" => MatteOutput.Logits,
                "min-max" => MatteOutput.MinMax,
                { } other => throw json.Problem("output", $"'{other}' is not one of alpha, logits, min-max"),
            });
    }

    private static CanvasSize? SizeOf(PartSettings size) =>
        (size.Whole("width", MostSide), size.Whole("height", MostSide)) is ({ } width, { } height) ? new CanvasSize(width, height) : null;
}
