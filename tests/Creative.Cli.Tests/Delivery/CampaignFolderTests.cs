using Creative.Cli.Delivery;
using Creative.Contract.V1;

namespace Creative.Cli.Tests.Delivery;

public sealed class CampaignFolderTests
{
    [Theory]
    [InlineData("../../x")]
    [InlineData("/")]
    [InlineData("..\\..")]
    [InlineData("~root")]
    public void Stays_inside_the_output_folder(string campaign)
    {
        var folder = new CampaignFolder("/tmp/out", campaign).Folder;

        Assert.Equal("/tmp/out", Path.GetDirectoryName(Path.GetFullPath(folder)));
    }

    [Fact]
    public void Names_files_by_variant_from_one_and_placement() =>
        Assert.Equal("v3/rda_landscape.avif", CampaignFolder.NameOf(new Asset { Variant = 2, Placement = "rda_landscape", Format = ImageFormat.Avif }));

    [Fact]
    public void Does_not_trust_the_placement_that_a_server_names() =>
        Assert.Equal("v1/etc-cron-d.jpg", CampaignFolder.NameOf(new Asset { Placement = "../../etc/cron.d", Format = ImageFormat.Jpeg }));
}
