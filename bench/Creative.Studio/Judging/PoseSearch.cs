using Creative.Studio.Imaging;
using Creative.Studio.Staging;
using Creative.Studio.Vocabulary;

namespace Creative.Studio.Judging;

/// <summary>
/// Finds the pose, place and distortion whose render is nearest to a picture, by Gauss–Newton steps (B. D. Lucas, T. Kanade,
/// "An iterative image registration technique", IJCAI 1981, with renders in place of the template) on alpha and luma.
/// Pixels that do not fit count for less, so that a defect in one place does not pull the rest along.
/// </summary>
internal static class PoseSearch
{
    private const int Unknowns = 10;

    /// <summary>Degrees between the renders that tell how a picture changes as the element turns.</summary>
    private const double Turn = 1.5;

    /// <summary>Residual beyond which a pixel is rather a defect than a difference of pose.</summary>
    private const double Outlier = .12;

    /// <summary>Neighbouring pixels say much the same: this many of them count as one observation of noise .04.</summary>
    private const double Observation = 1 / (.04 * .04 * 12);

    /// <summary>What is believed of a picture before it is seen; see <see cref="Fit"/> for the units, degrees for the first three.</summary>
    private static readonly double[] Sigma = [4, 4, 3, .08, .08, .08, .03, .03, .05, .05];

    /// <summary>A difference that no pose of the right view leaves: then it pays to look further away.</summary>
    private const double Poor = .14;

    /// <summary>Where to look when the view's own pose leads nowhere, in degrees of yaw and pitch.</summary>
    private static readonly (double Yaw, double Pitch)[] Elsewhere = [(-15, 0), (15, 0), (-30, 0), (30, 0), (0, 14), (0, -14)];

    /// <summary>The pose that fits best, starting from the view's own; from other ones when that is a poor fit.</summary>
    public static Fit Find(ElementAttributes attributes, PixelPlanes picture)
    {
        var best = Improve(Fit.Start(attributes), picture, 5, 2);
        var least = Difference(best, picture, 2);
        if (least < Poor)
        {
            return best;
        }

        foreach (var (yaw, pitch) in Elsewhere.Concat(OtherViews(attributes)))
        {
            var other = Improve(Fit.Start(attributes) with { Offset = new Pose(yaw, pitch, 0) }, picture, 3, 1);
            // The pose asked for has the benefit of the doubt.
            var difference = Difference(other, picture, 2) * 1.1;
            (best, least) = difference < least ? (other, difference) : (best, least);
        }

        return Improve(best, picture, 2, 2);
    }

    /// <param name="picture">Square, at the size to search at.</param>
    /// <param name="supersampling">Of the renders.</param>
    public static Fit Improve(Fit fit, PixelPlanes picture, int steps, int supersampling)
    {
        var size = picture.Width;
        float[] alpha = Soften(picture.A, size), luma = Soften(picture.Luma(), size);
        for (var step = 0; step < steps; step++)
        {
            fit = Step(fit, alpha, luma, size, supersampling);
        }

        return fit;
    }

    /// <summary>Mean difference of alpha and luma between picture and fit, for each pixel of the silhouette: 0 (same) to about 2.</summary>
    public static double Difference(Fit fit, PixelPlanes picture, int supersampling)
    {
        var size = picture.Width;
        var render = fit.Render(size, supersampling);
        float[] luma = render.Luma(), seen = picture.Luma();
        var gain = Gain(luma, seen);
        var (sum, area) = (0.0, 0.0);
        for (var i = 0; i < luma.Length; i++)
        {
            sum += Math.Abs(render.A[i] - picture.A[i]) + Math.Abs((gain * luma[i]) - seen[i]);
            area += render.A[i];
        }

        return sum / Math.Max(area, 1);
    }

    private static IEnumerable<(double Yaw, double Pitch)> OtherViews(ElementAttributes attributes)
    {
        var own = Poses.Of(attributes.Shape.Class, attributes.View);
        return Elements.Views.Where(view => view != attributes.View).Select(view => Poses.Of(attributes.Shape.Class, view))
            .Select(pose => (pose.Yaw - own.Yaw, pose.Pitch - own.Pitch));
    }

    private static Fit Step(Fit fit, float[] alpha, float[] luma, int size, int supersampling)
    {
        var now = View(fit, size, supersampling);
        var turned = View(fit with { Offset = fit.Offset + new Pose(Turn, 0, 0) }, size, supersampling);
        var tilted = View(fit with { Offset = fit.Offset + new Pose(0, Turn, 0) }, size, supersampling);
        var gain = Gain(now.Luma, luma);
        var problem = new LeastSquares(Unknowns);
        Expect(problem, fit);
        Span<float> slopes = stackalloc float[Unknowns];
        for (var y = 1; y < size - 1; y++)
        {
            for (var x = 1; x < size - 1; x++)
            {
                var i = (y * size) + x;
                Observe(problem, slopes, now.Alpha, turned.Alpha, tilted.Alpha, i, size, alpha[i] - now.Alpha[i], 1);
                Observe(problem, slopes, now.Luma, turned.Luma, tilted.Luma, i, size, luma[i] - (gain * now.Luma[i]), gain);
            }
        }

        var by = problem.Solve();
        // A step further than the slopes reach would leave the basin.
        var most = new[] { 6, 6, 4, .06, .06, .08, .04, .04, .06, .06 };
        for (var k = 0; k < Unknowns; k++)
        {
            by[k] = Math.Clamp(by[k], -most[k], most[k]);
        }

        return new Fit(
            fit.Attributes, fit.Offset + new Pose(by[0], by[1], by[2]), fit.ShiftX + by[3], fit.ShiftY + by[4], fit.Scale + by[5],
            fit.Stretch + by[6], fit.Shear + by[7], fit.KeystoneX + by[8], fit.KeystoneY + by[9]);
    }

    private static void Expect(LeastSquares problem, Fit fit)
    {
        double[] values =
        [
            fit.Offset.Yaw, fit.Offset.Pitch, fit.Offset.Roll, fit.ShiftX, fit.ShiftY, fit.Scale,
            fit.Stretch, fit.Shear, fit.KeystoneX, fit.KeystoneY,
        ];
        for (var k = 0; k < Unknowns; k++)
        {
            // A pose far from the view has already been paid for: only what it moves by counts.
            problem.Expect(k, k < 2 && Math.Abs(values[k]) > Sigma[k] * 2 ? 0 : -values[k], Sigma[k]);
        }
    }

    private static void Observe(
        LeastSquares problem, Span<float> slopes, float[] now, float[] turned, float[] tilted, int i, int size, float residual, float gain)
    {
        float dx = (now[i + 1] - now[i - 1]) * .5f, dy = (now[i - size] - now[i + size]) * .5f;
        float yaw = turned[i] - now[i], pitch = tilted[i] - now[i];
        if (MathF.Abs(dx) + MathF.Abs(dy) + MathF.Abs(yaw) + MathF.Abs(pitch) < 1e-3f)
        {
            return;
        }

        // A picture that moves by d changes by −∇·d.
        var half = size / 2f;
        float u = ((i % size) + .5f - half) / half, v = (half - (i / size) - .5f) / half;
        float gx = -dx * half * gain, gy = -dy * half * gain;
        slopes[0] = yaw * gain / (float)Turn;
        slopes[1] = pitch * gain / (float)Turn;
        slopes[2] = ((gx * -v) + (gy * u)) * (MathF.PI / 180);
        slopes[3] = gx;
        slopes[4] = gy;
        slopes[5] = (gx * u) + (gy * v);
        slopes[6] = (gx * u) - (gy * v);
        slopes[7] = (gx * v) + (gy * u);
        slopes[8] = gx * u * v;
        slopes[9] = gy * u * v;
        var fits = 1 / (1 + (residual * residual / (Outlier * Outlier)));
        problem.Add(slopes, residual, Observation * fits * fits);
    }

    private static (float[] Alpha, float[] Luma) View(Fit fit, int size, int supersampling)
    {
        var planes = fit.Render(size, supersampling);
        return (Soften(planes.A, size), Soften(planes.Luma(), size));
    }

    /// <summary>So that slopes reach further than one pixel.</summary>
    private static float[] Soften(float[] plane, int size) => Planes.Mean(plane, size, size, 1);

    /// <summary>How much brighter the picture is than the render: a wrong colour is not a wrong pose.</summary>
    private static float Gain(float[] render, float[] picture)
    {
        var (both, own) = (0f, 1e-3f);
        for (var i = 0; i < render.Length; i++)
        {
            both += render[i] * picture[i];
            own += render[i] * render[i];
        }

        return Math.Clamp(both / own, .5f, 2);
    }
}
