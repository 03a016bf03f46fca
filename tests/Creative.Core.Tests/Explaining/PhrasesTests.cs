using Creative.Core.Concepts.Styles;
using Creative.Core.Briefs;
using Creative.Core.Composition;
using Creative.Core.Explaining;
using Creative.Core.Layouts;
using Creative.Core.Placements;
using Xunit;

namespace Creative.Core.Tests.Explaining;

public sealed class PhrasesTests
{
    [Fact]
    public void Every_phrase_takes_the_same_values_in_each_language()
    {
        var (english, chinese) = (Phrases.In("en"), Phrases.In("zh-CN"));
        object[] values = ["v0", "v1", "v2", "v3", "v4", "v5"];

        Assert.All(english.Keys, key => Assert.Equal(
            values.Where(value => english.Say(key, values).Contains((string)value, StringComparison.Ordinal)),
            values.Where(value => chinese.Say(key, values).Contains((string)value, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("zh-Hant-TW", "zh-CN")]
    [InlineData("en", "en")]
    [InlineData("fr-CH", "en")]
    public void Speaks_to_people_who_read_a_locale(string locale, string language) => Assert.Equal(language, Phrases.LanguageOf(locale));

    [Fact]
    public void Has_a_name_for_every_role_family_composition_and_product()
    {
        var chinese = Phrases.In("zh-CN");
        (string Kind, string Id)[] all =
        [
            .. Enum.GetValues<LayoutRole>().Select(role => ("role", RoleNames.Of(role))),
            .. Enum.GetValues<RatioFamily>().Select(family => ("family", family.Name())),
            .. Enum.GetValues<CompositionFamily>().Select(family => ("composition", family.ToString())),
            .. ProductTypes.All.Select(product => ("product", product)),
        ];

        Assert.All(all, one => Assert.NotEqual(one.Id, chinese.Name(one.Kind, one.Id)));
    }

    [Fact]
    public void Has_a_Chinese_name_for_every_style_and_element()
    {
        var chinese = Phrases.In("zh-CN");

        Assert.All(StyleTable.All, style => Assert.NotEqual(style.Id, chinese.Style(style.Id)));
        Assert.All(SubjectWords.Default.Elements, entry => Assert.NotEqual(entry.Element, chinese.Element(entry.Element)));
    }
}
