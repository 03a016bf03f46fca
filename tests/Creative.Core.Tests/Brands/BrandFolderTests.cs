using Creative.Core.Brands;
using Xunit;

namespace Creative.Core.Tests.Brands;

public sealed class BrandFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("brand-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reads_the_kit_and_its_logo_files()
    {
        Write("brand.json", """{ "id": "lan", "logos": [{ "variant": "full", "file": "full.svg", "clearSpace": 0.4, "minHeight": 20 }], "disclaimers": { "fund": "x" } }""");
        Write("full.svg", "<svg/>");

        var draft = BrandFolder.Read(_folder, out var problems)!;

        Assert.Empty(problems);
        Assert.Equal("lan", draft.Id);
        Assert.Equal(("full", 6, 0.4, 20), (draft.Logos[0].Variant, draft.Logos[0].Svg.Length, draft.Logos[0].ClearSpace, draft.Logos[0].MinHeight));
        Assert.Equal("x", draft.Disclaimers["fund"]);
    }

    [Fact]
    public void Reads_a_kit_that_leaves_everything_out()
    {
        Write("brand.json", "{}");

        var draft = BrandFolder.Read(_folder, out var problems)!;

        Assert.Empty(problems);
        Assert.Equal((0, 0, 0, 0, 0, 0, 0), (draft.Logos.Count, draft.Colours.Count, draft.Fonts.Count, draft.Glossary.Count, draft.Styles.Count, draft.ForbiddenWords.Count, draft.Disclaimers.Count));
    }

    [Theory]
    [InlineData("../secret.svg")]
    [InlineData("/etc/hostname")]
    [InlineData("logos/full.svg")]
    [InlineData("..")]
    [InlineData("")]
    public void Refuses_a_logo_outside_the_folder(string file)
    {
        Write("brand.json", $$"""{ "logos": [{ "variant": "full", "file": "{{file}}" }] }""");

        Assert.Null(BrandFolder.Read(_folder, out var problems));
        Assert.Equal("brand.logos[0].file", Assert.Single(problems).Field);
    }

    [Fact]
    public void Refuses_a_logo_that_is_a_link()
    {
        Write("brand.json", """{ "logos": [{ "variant": "full", "file": "full.svg" }] }""");
        File.CreateSymbolicLink(Path.Combine(_folder, "full.svg"), "/etc/hostname");

        Assert.Null(BrandFolder.Read(_folder, out var problems));
        Assert.Contains("is a link", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_is_too_large()
    {
        Write("brand.json", """{ "logos": [{ "variant": "full", "file": "full.svg" }] }""");
        Write("full.svg", new string(' ', (1024 * 1024) + 1));

        Assert.Null(BrandFolder.Read(_folder, out var problems));
        Assert.Equal("brand.logos[0].file", Assert.Single(problems).Field);
    }

    [Theory]
    [InlineData("{ \"id\": ")]
    [InlineData("""{ "colors": [] }""")]
    [InlineData("null")]
    public void Names_what_is_malformed(string json)
    {
        Write("brand.json", json);

        Assert.Null(BrandFolder.Read(_folder, out var problems));
        Assert.Equal("brand.json", Assert.Single(problems).Field);
    }

    [Fact]
    public void Says_that_there_is_no_brand()
    {
        Assert.Null(BrandFolder.Read(_folder, out var problems));
        Assert.Equal("brand.json", Assert.Single(problems).Field);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
