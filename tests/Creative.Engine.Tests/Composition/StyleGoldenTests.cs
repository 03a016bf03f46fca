using System.Collections.Immutable;
using Creative.Core.Composition;
using Creative.Core.Concepts;
using Creative.Core.Concepts.Styles;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Creative.Engine.Imaging;
using Creative.Engine.Tests.Imaging;
using Xunit;

namespace Creative.Engine.Tests.Composition;

/// <summary>Each style as it was signed off, around a plain ball and on given layouts: models may learn, styles stay.</summary>
public sealed class StyleGoldenTests(Campaign campaign) : IClassFixture<Campaign>
{
    public static TheoryData<string, Tone, int, int> Looks()
    {
        var looks = new TheoryData<string, Tone, int, int>();
        foreach (var style in StyleTable.All)
        {
            looks.Add(style.Id, Tone.Rich, 600, 314);
            looks.Add(style.Id, Tone.Light, 300, 450);
        }

        return looks;
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void A_style_looks_as_it_was_signed_off(string style, Tone tone, int width, int height)
    {
        var (brief, brand) = campaign.Sample("chengya-benefit-day");
        var composer = campaign.With(new GivenLayouts());
        var concept = composer.Conceive(brief with { Style = style, Variants = 2 }, brand).Single(c => c.Tone == tone);
        using var art = Balls(concept);

        var asset = Assert.IsType<Delivered>(composer.Compose(brief, brand, concept, art, PlacementCatalog.Custom(new CanvasSize(width, height), formats: [ImageFormat.Png]), CancellationToken.None));

        using var pixels = new Rasterizer().Decode(asset.File.Bytes);
        Golden.Check(pixels, $"{style}-{tone.ToString().ToLowerInvariant()}-{width}x{height}");
    }

    private static ConceptArt Balls(Concept concept) => new(
        [.. concept.Elements.Select(plan => new PaintedElement(plan, new PaintRequest(plan.Prompt, plan.Seed, 1, 1, "ddim"), 1, 1, Ball()))]);

    private static PixelImage Ball()
    {
        var image = PixelImage.Create(new CanvasSize(160, 128), 4);
        for (var y = 0; y < 128; y++)
        {
            for (var x = 0; x < 160; x++)
            {
                double dx = (x - 80) / 52.0, dy = (y - 64) / 52.0, inside = Math.Clamp((1 - Math.Sqrt((dx * dx) + (dy * dy))) * 52, 0, 1);
                var light = Math.Clamp(1.05 - (0.55 * Math.Sqrt(((dx + 0.4) * (dx + 0.4)) + ((dy + 0.4) * (dy + 0.4)))), 0.1, 1);
                byte[] pixel = [(byte)(245 * light * inside), (byte)(190 * light * inside), (byte)(60 * light * inside), (byte)(255 * inside)];
                pixel.CopyTo(image.Row(y)[(x * 4)..]);
            }
        }

        return image;
    }

    private sealed class GivenLayouts : ILayoutModel
    {
        public ModelIdentity Model { get; } = new("given", "1", new string('0', 64));

        public IReadOnlyList<Layout> Propose(LayoutRequest request, int count, CancellationToken cancellation)
        {
            double w = request.Canvas.Width, h = request.Canvas.Height;
            var side = request.Composition is CompositionFamily.TextLeft or CompositionFamily.TextRight;
            var boxes = new Dictionary<LayoutRole, Box>
            {
                [LayoutRole.Headline] = side ? new(0.06 * w, 0.3 * h, 0.46 * w, 0.2 * h) : new(0.1 * w, 0.15 * h, 0.8 * w, 0.12 * h),
                [LayoutRole.Hero] = side ? new(0.56 * w, 0.1 * h, 0.4 * w, 0.8 * h) : new(0.1 * w, 0.42 * h, 0.8 * w, 0.4 * h),
                [LayoutRole.CallToAction] = new(0.3 * w, 0.88 * h, 0.4 * w, 0.06 * h),
                [LayoutRole.AiLabel] = new(0.86 * w, 0.93 * h, 0.1 * w, 0.04 * h),
            };
            return [new Layout(request.Canvas, request.Composition, boxes.ToImmutableSortedDictionary())];
        }
    }
}
