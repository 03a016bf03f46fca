using Creative.Core.Imaging;
using Creative.Core.Placements;
using Xunit;

namespace Creative.Core.Tests.Placements;

public sealed class PlacementCatalogTests
{
    private static readonly PlacementCatalog Catalog = PlacementCatalog.Default;

    [Fact]
    public void Holds_81_placements_with_ids_of_their_own()
    {
        Assert.Equal(81, Catalog.All.Length);
        Assert.Equal(81, Catalog.All.Select(placement => placement.Id).Distinct().Count());
    }

    [Theory]
    [InlineData(RatioFamily.UltraWide, 5)]
    [InlineData(RatioFamily.Wide, 8)]
    [InlineData(RatioFamily.Landscape, 19)]
    [InlineData(RatioFamily.NearSquare, 16)]
    [InlineData(RatioFamily.Portrait, 11)]
    [InlineData(RatioFamily.Tall, 19)]
    [InlineData(RatioFamily.Tower, 3)]
    public void Covers_every_ratio_family(RatioFamily family, int count) =>
        Assert.Equal(count, Catalog.All.Count(placement => placement.Family == family));

    [Fact]
    public void Every_row_is_complete_and_leaves_room_for_copy() => Assert.All(Catalog.All, placement =>
    {
        Assert.Matches("^[a-z0-9_]{2,40}$", placement.Id);
        Assert.False(string.IsNullOrWhiteSpace(placement.Platform));
        Assert.False(string.IsNullOrWhiteSpace(placement.Name));
        Assert.False(string.IsNullOrWhiteSpace(placement.Source));
        Assert.Contains(placement.Confidence, (string[])["verified", "assumed"]);
        Assert.Contains(placement.CapConfidence, (string[])["verified", "assumed", "none"]);
        Assert.Equal(placement.MaxBytes is null, placement.CapConfidence == "none");
        Assert.NotNull(placement.SourceDate);
        Assert.NotEmpty(placement.Formats);
        Assert.Equal(placement.Formats.Length, placement.Formats.Distinct().Count());
        Assert.InRange(placement.Size.Width, 100, 4096);
        Assert.InRange(placement.Size.Height, 50, 4096);
        Assert.True(placement.MaxBytes is null or >= 10_000);
        var free = placement.Size.Bounds.Shrink(placement.SafeArea);
        Assert.True(placement.Size.Bounds.Contains(free));
        Assert.True(free.Width >= placement.Size.Width / 2.0 && free.Height >= placement.Size.Height / 2.0);
    });

    [Fact]
    public void Says_where_the_AI_label_does_not_fit()
    {
        Assert.Equal(
            ["iab_120x60", "gdn_sky", "wx_moments_share"],
            Catalog.All.Where(placement => !placement.AiLabelFits).Select(placement => placement.Id));
        Assert.All(Catalog.All, placement => Assert.Equal(placement.AiLabelFits, PlacementCatalog.AiLabelFitsOn(placement.Size)));
    }

    [Theory]
    [InlineData("meta_story", 269, 0, 384, 0)]
    [InlineData("meta_reels", 269, 65, 672, 65)]
    [InlineData("dy_cover_v", 269, 65, 672, 65)]
    [InlineData("tiktok_v", 192, 108, 192, 108)]
    [InlineData("app_splash", 0, 0, 442, 0)]
    [InlineData("li_cover", 0, 0, 0, 317)]
    [InlineData("iab_mobile_320", 0, 0, 0, 0)]
    public void Knows_what_the_platform_covers(string id, double top, double right, double bottom, double left) =>
        Assert.Equal(new Insets(top, right, bottom, left), Catalog.Find(id)!.SafeArea);

    [Fact]
    public void Counts_a_kilobyte_as_1000_bytes()
    {
        Assert.Equal(50_000, Catalog.Find("alipay_cdp")!.MaxBytes);
        Assert.Null(Catalog.Find("as_69")!.MaxBytes);
    }

    [Fact]
    public void Prefers_the_first_format_of_the_row()
    {
        Assert.Equal([ImageFormat.Jpeg, ImageFormat.Png], Catalog.Find("rda_landscape")!.Formats.AsEnumerable());
        Assert.Equal([ImageFormat.Png], Catalog.Find("gp_icon")!.Formats.AsEnumerable());
    }

    [Fact]
    public void Finds_nothing_under_an_unknown_id() => Assert.Null(Catalog.Find("RDA_LANDSCAPE"));

    [Theory]
    [InlineData(100, 50)]
    [InlineData(4096, 4096)]
    [InlineData(777, 333)]
    public void Takes_sizes_of_ones_own(int width, int height)
    {
        var placement = PlacementCatalog.Custom(new CanvasSize(width, height));

        Assert.Equal($"{width}x{height}", placement.Id);
        Assert.Null(placement.MaxBytes);
        Assert.Equal([ImageFormat.Jpeg, ImageFormat.Png, ImageFormat.WebP, ImageFormat.Avif], placement.Formats.AsEnumerable());
    }

    [Theory]
    [InlineData(99, 600)]
    [InlineData(600, 49)]
    [InlineData(4097, 600)]
    [InlineData(100_000, 1)]
    [InlineData(0, 0)]
    public void Refuses_sizes_out_of_range(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlacementCatalog.Custom(new CanvasSize(width, height)));
}
