using Creative.Cli.Reading;

namespace Creative.Cli.Tests.Reading;

public sealed class BrandFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Puts_the_drawing_where_its_file_was_named()
    {
        _folder.Write("full.svg", "<svg/>");
        _folder.Write("brand.json", """{ "id": "lumen", "logos": [ { "variant": "full", "file": "full.svg", "clearSpace": 0.5 } ] }""");

        var brand = BrandFolder.Read(_folder.Path);

        Assert.Equal("lumen", brand.Id);
        Assert.Equal("<svg/>", brand.Logos[0].Svg.ToStringUtf8());
        Assert.Equal(0.5, brand.Logos[0].ClearSpace);
    }

    [Theory]
    [InlineData("\"../secret.svg\"")]
    [InlineData("\"/etc/hostname\"")]
    [InlineData("\"..\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    public void Refuses_a_logo_outside_the_folder(string file)
    {
        _folder.Write("brand.json", $$"""{ "id": "lumen", "logos": [ { "variant": "full", "file": {{file}} } ] }""");

        var refusal = Assert.Throws<CliException>(() => BrandFolder.Read(_folder.Path));

        Assert.Equal("brand.logos[0].file", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public void Names_unknown_fields_and_missing_files()
    {
        _folder.Write("brand.json", """{ "id": "lumen", "color": [] }""");
        Assert.Equal("brand.color", Assert.Single(Assert.Throws<CliException>(() => BrandFolder.Read(_folder.Path)).Problems).Field);

        _folder.Write("brand.json", """{ "logos": [ { "file": "gone.svg" } ] }""");
        var missing = Assert.Single(Assert.Throws<CliException>(() => BrandFolder.Read(_folder.Path)).Problems);
        Assert.Equal("brand.logos[0].file", missing.Field);
        Assert.Contains("gone.svg", missing.Message);
    }
}
