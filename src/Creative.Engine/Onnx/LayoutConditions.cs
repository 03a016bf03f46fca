using Creative.Core.Layouts;

namespace Creative.Engine.Onnx;

/// <summary>What a layout is wanted for, in the layout model's own numbers, repeated for each proposal.</summary>
internal sealed class LayoutConditions
{
    public const int Roles = 8;
    public const int CanvasNumbers = 12;

    /// <summary>em; the longest text that the model was trained on.</summary>
    private const double LongestText = 60;

    /// <summary>Width over height of the widest logo and, or its inverse, of the most stretched canvas it was trained on.</summary>
    private const double WidestLogo = 6;
    private const double WidestCanvas = 11;

    public LayoutConditions(LayoutRequest request, int count)
    {
        var (present, lengths) = (new float[Roles], new float[Roles]);
        foreach (var (role, length) in request.Lengths)
        {
            present[(int)role] = 1;
            lengths[(int)role] = (float)LengthOf(role, length);
        }

        Present = Repeat(present, count);
        Lengths = Repeat(lengths, count);
        Canvas = Repeat(CanvasOf(request), count);
    }

    /// <value>count × 8: 1 for each role that is there.</value>
    public float[] Present { get; }

    /// <value>count × 8: ln(1 + em)/ln 61 for text, width/height/6 for the logo, 0 for the hero; at most 1.</value>
    public float[] Lengths { get; }

    /// <value>count × 12: ln(w/h)/ln 11, log2(shorter side/512)/3, safe margins (top, right, bottom, left) as shares of the side, composition, 1.</value>
    public float[] Canvas { get; }

    private static double LengthOf(LayoutRole role, double length) => role switch
    {
        LayoutRole.Hero => 0,
        LayoutRole.Logo => Math.Min(1, length / WidestLogo),
        _ => Math.Min(1, Math.Log(1 + length) / Math.Log(1 + LongestText)),
    };

    private static float[] CanvasOf(LayoutRequest request)
    {
        var (size, safe) = (request.Canvas, request.Safe);
        var numbers = new float[CanvasNumbers];
        numbers[0] = (float)(Math.Log(size.Ratio) / Math.Log(WidestCanvas));
        numbers[1] = (float)(Math.Log2(size.ShortSide / 512.0) / 3);
        numbers[2] = (float)(safe.Top / size.Height);
        numbers[3] = (float)(safe.Right / size.Width);
        numbers[4] = (float)(safe.Bottom / size.Height);
        numbers[5] = (float)(safe.Left / size.Width);
        numbers[6 + (int)request.Composition] = 1;
        numbers[11] = 1;
        return numbers;
    }

    private static float[] Repeat(float[] numbers, int count)
    {
        var repeated = new float[numbers.Length * count];
        for (var i = 0; i < count; i++)
        {
            numbers.CopyTo(repeated, i * numbers.Length);
        }

        return repeated;
    }
}
