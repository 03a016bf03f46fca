using Creative.Cli.Delivery.Export;
using Creative.Contract.V1;

namespace Creative.Cli.Tests.Delivery.Export;

public sealed class ExportPlanTests
{
    [Fact]
    public void Gives_each_placement_a_folder_and_takes_the_newest_of_each_variant()
    {
        var plan = ExportPlan.Of([Made("new", "iab_mrec", 0), Made("b", "rda_landscape", 1), Made("old", "iab_mrec", 0), Made("c", "iab_mrec", 1)], withSources: true);

        Assert.Equal(["iab_mrec/v1.jpg", "iab_mrec/v2.jpg", "rda_landscape/v2.jpg"], plan.Entries.Select(entry => entry.File.File));
        Assert.Equal(["iab_mrec/v1.jpg.svg", "iab_mrec/v2.jpg.svg", "rda_landscape/v2.jpg.svg"], plan.Entries.Select(entry => entry.File.Source));
        Assert.Equal(["new", "c", "b"], plan.Entries.Select(entry => entry.File.AssetId));
        Assert.Equal(1, plan.LeftOut);
    }

    [Fact]
    public void Keeps_brands_and_formats_apart_and_stays_inside_the_archive()
    {
        var other = Made("o", "../../etc", 0);
        other.Brand = "other";
        var png = Made("p", "iab_mrec", 0);
        png.Format = ImageFormat.Png;

        var plan = ExportPlan.Of([Made("a", "iab_mrec", 0), png, other], withSources: false);

        Assert.Equal(["lumen/iab_mrec/v1.jpg", "lumen/iab_mrec/v1.png", "other/etc/v1.jpg"], plan.Entries.Select(entry => entry.File.File));
        Assert.All(plan.Entries, entry => Assert.Empty(entry.File.Source));
    }

    [Fact]
    public void Writes_a_table_that_spreadsheets_read_and_do_not_run()
    {
        var file = ExportedFile.Of(Made("=1+1", "a,\"b\"", 0), "a/v1.jpg", "") with { Style = "热闹" };

        var text = System.Text.Encoding.UTF8.GetString(ExportCsv.Write([file]));

        Assert.StartsWith("\uFEFFfile,source,asset_id,brand,", text, StringComparison.Ordinal);
        Assert.EndsWith("a/v1.jpg,,'=1+1,lumen,,\"a,\"\"b\"\"\",1,300,250,jpg,7,,热闹,\r\n", text, StringComparison.Ordinal);
    }

    private static Asset Made(string id, string placement, int variant) =>
        new() { Id = id, Brand = "lumen", Placement = placement, Variant = variant, Format = ImageFormat.Jpeg, Width = 300, Height = 250, ByteSize = 7 };
}
