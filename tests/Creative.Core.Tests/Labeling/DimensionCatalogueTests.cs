using System.Text;
using Creative.Core.Labeling;
using Xunit;

namespace Creative.Core.Tests.Labeling;

public sealed class DimensionCatalogueTests
{
    [Fact]
    public void Has_what_designers_score()
    {
        var catalogue = DimensionCatalogue.Default;

        Assert.Equal(["配色", "造型", "透视", "特殊字符", "饱和度", "色相"], catalogue.All.Select(dimension => dimension.Name.In("zh-CN")));
        Assert.Equal(["shape", "perspective", "stray_characters"], catalogue.All.Where(dimension => !dimension.MarkKinds.IsEmpty).Select(dimension => dimension.Id));
        Assert.All(catalogue.All, dimension => Assert.Equal((1, 5), (dimension.Min, dimension.Max)));
        Assert.All(catalogue.All, dimension => Assert.Equal([1, 3, 5], dimension.Anchors.Select(anchor => anchor.Score)));
        Assert.All(ItemKinds.All, kind => Assert.Equal(6, catalogue.For(kind).Length));
        Assert.Same(catalogue.All[5], catalogue.Find("hue"));
        Assert.Null(catalogue.Find("Hue"));
    }

    [Fact]
    public void A_language_that_is_not_there_falls_back() => Assert.Equal("色相", DimensionCatalogue.Default.Find("hue")!.Name.In("fr"));

    [Fact]
    public void Names_every_broken_rule_at_once()
    {
        const string Json = """
            { "version": "1", "dimensions": [
              { "id": "Hue", "name": { "en": "Hue" }, "question": { "zh-CN": "？", "en": " " }, "min": 5, "max": 5,
                "anchors": [ { "score": 7, "meaning": { "zh-CN": "好", "en": "good" } }, { "score": 5, "meaning": { "zh-CN": "好", "en": "good" } } ],
                "itemKinds": [ "poster" ],
                "markKinds": [ { "id": "a", "name": { "zh-CN": "甲", "en": "A" } }, { "id": "a", "name": { "zh-CN": "甲" } } ] },
              { "id": "Hue", "name": { "zh-CN": "色", "en": "Hue" }, "question": { "zh-CN": "？", "en": "?" }, "min": 1, "max": 5,
                "anchors": [], "itemKinds": [ "asset" ], "markKinds": [] } ] }
            """;
        var problem = Assert.Throws<InvalidDataException>(() => Read(Json)).Message;

        Assert.All(
            [
                "dimensions: 'Hue' is there 2 times.", "dimensions[0].id", "dimensions[0].name[zh-CN]", "dimensions[0].question[en]",
                "dimensions[0].max", "dimensions[0].itemKinds", "dimensions[0].anchors: ", "dimensions[0].anchors[0].score",
                "dimensions[0].markKinds: ", "dimensions[0].markKinds[1].name[en]", "dimensions[1].id",
            ],
            (string field) => Assert.Contains(field, problem, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_member_is_an_error() =>
        Assert.Throws<System.Text.Json.JsonException>(() => Read("""{ "version": "1", "dimensions": [], "weights": {} }"""));

    private static DimensionCatalogue Read(string json) => DimensionCatalogue.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
