using Creative.Cli.Reading;
using Creative.Contract.V1;

namespace Creative.Cli.Tests.Reading;

public sealed class PlacementListTests
{
    [Fact]
    public void Takes_ids_and_sizes_once_each()
    {
        var list = PlacementList.Parse("iab_mrec, 1200x628,iab_mrec,75X50");

        Assert.Equal(
            [
                new PlacementRef { Id = "iab_mrec" },
                new PlacementRef { Custom = new CustomPlacement { Width = 1200, Height = 628 } },
                new PlacementRef { Custom = new CustomPlacement { Width = 75, Height = 50 } },
            ],
            list);
    }

    [Fact]
    public void Leaves_all_to_the_server() => Assert.Null(PlacementList.Parse("all"));

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("99999999999x7")]
    public void Refuses_what_names_no_placement(string text) =>
        Assert.Equal("--placements", Assert.Single(Assert.Throws<CliException>(() => PlacementList.Parse(text)).Problems).Field);
}
