using Creative.Core.Imaging;
using Creative.Engine.Imaging.Fonts;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Fonts;

public sealed class FontLibraryTests
{
    [Theory]
    [InlineData("Noto Sans SC", 900, "NotoSansSC_900Black.ttf")]
    [InlineData("Noto Serif SC", 100, "NotoSerifSC_200ExtraLight.ttf")]
    [InlineData("Inter", 450, "Inter_400Regular.ttf")]
    [InlineData("ZCOOL KuaiLe", 900, "ZCOOLKuaiLe_400Regular.ttf")]
    public void Finds_the_file_of_the_nearest_weight(string family, int weight, string file) =>
        Assert.Equal(file, Path.GetFileName(FontLibrary.Find(new FontFace(family, weight))));

    [Fact]
    public void Has_nothing_of_a_family_that_is_not_installed()
    {
        Assert.Null(FontLibrary.Find(new FontFace("Comic Sans", 400)));
        Assert.Contains("Comic Sans", Assert.Throws<ArgumentException>(() => FontLibrary.Subset(new FontFace("Comic Sans", 400), "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_the_licence_of_every_family() => Assert.All(
        new FontCatalog().Families, family => Assert.Contains("SIL OPEN FONT LICENSE Version 1.1", FontLibrary.Licence(family), StringComparison.OrdinalIgnoreCase));
}
