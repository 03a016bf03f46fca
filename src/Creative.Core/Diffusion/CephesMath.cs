namespace Creative.Core.Diffusion;

/// <summary>
/// Single-precision logarithm, sine and cosine by the polynomials of S. Moshier's Cephes library, with the operations in the
/// order of PyTorch's AVX2 build. The runtime's own functions differ from them, and from machine to machine, in the last bit.
/// </summary>
internal static class CephesMath
{
    private const float SqrtHalf = 0.707106781186547524f;

    /// <param name="x">Above 0.</param>
    public static float Log(float x)
    {
        x = MathF.Max(x, BitConverter.Int32BitsToSingle(0x00800000));
        var bits = BitConverter.SingleToInt32Bits(x);
        var exponent = (float)((bits >> 23) - 0x7f) + 1;
        x = BitConverter.Int32BitsToSingle((bits & ~0x7f800000) | 0x3f000000);
        if (x < SqrtHalf)
        {
            exponent--;
            x = x - 1 + x;
        }
        else
        {
            x--;
        }

        var z = x * x;
        var y = 7.0376836292e-2f;
        y = Fma(y, x, -1.1514610310e-1f);
        y = Fma(y, x, 1.1676998740e-1f);
        y = Fma(y, x, -1.2420140846e-1f);
        y = Fma(y, x, 1.4249322787e-1f);
        y = Fma(y, x, -1.6668057665e-1f);
        y = Fma(y, x, 2.0000714765e-1f);
        y = Fma(y, x, -2.4999993993e-1f);
        y = Fma(y, x, 3.3333331174e-1f);
        y = Fma(y * x, z, exponent * -2.12194440e-4f);
        y = Fma(z, -0.5f, y);
        return Fma(exponent, 0.693359375f, x + y);
    }

    /// <param name="x">0 to 8192.</param>
    public static (float Sin, float Cos) SinCos(float x)
    {
        var octant = ((int)(x * 1.27323954473516f) + 1) & ~1;
        var y = (float)octant;
        x = Fma(y, -0.78515625f, x);
        x = Fma(y, -2.4187564849853515625e-4f, x);
        x = Fma(y, -3.77489497744594108e-8f, x);

        var z = x * x;
        var cos = Fma(2.443315711809948e-5f, z, -1.388731625493765e-3f);
        cos = Fma(cos, z, 4.166664568298827e-2f);
        cos = Fma(cos * z, z, -0.5f * z) + 1;
        var sin = Fma(-1.9515295891e-4f, z, 8.3321608736e-3f);
        sin = Fma(sin, z, -1.6666654611e-1f);
        sin = Fma(sin * z, x, x);

        (sin, cos) = (octant & 2) == 0 ? (sin, cos) : (cos, sin);
        return ((octant & 4) == 0 ? sin : -sin, ((octant - 2) & 4) != 0 ? cos : -cos);
    }

    private static float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);
}
