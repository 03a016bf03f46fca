using Creative.Cli.Reading;

namespace Creative.Cli.Tests.Reading;

public sealed class BriefFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_proto3_json_with_64_bit_numbers_in_quotes()
    {
        var brief = BriefFile.Read(_folder.Write("brief.json", """
            { "campaign": "六月", "seed": "18446744073709551615", "variants": 2, "productType": "wealth", "format": "IMAGE_FORMAT_WEBP",
              "copy": { "headline": "福利日", "call_to_action": "领取" },
              "placements": [ { "id": "iab_mrec" }, { "custom": { "width": 1200, "height": 628, "safeArea": { "top": 7.5 } } } ] }
            """));

        Assert.Equal(ulong.MaxValue, brief.Seed);
        Assert.Equal("领取", brief.Copy.CallToAction);
        Assert.Equal(7.5, brief.Placements[1].Custom.SafeArea.Top);
    }

    [Fact]
    public void Names_every_problem_with_its_field_and_line()
    {
        var refusal = Assert.Throws<CliException>(() => BriefFile.Read(_folder.Write("brief.json", """
            {
              "campaing": "x",
              "brand": 5,
              "copy": { "headline": ["a"] },
              "placements": [
                { "custom": { "width": 12.5 } } ],
              "variants": true,
              "format": "JPEG"
            }
            """)));

        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.Equal(
            [
                ("brief.campaing", "line 2: there is no such field; did you mean \"campaign\"?"),
                ("brief.brand", "line 3: should be text in quotes, not 5"),
                ("brief.copy.headline", "line 4: should be text in quotes, not a list [ … ]"),
                ("brief.placements[0].custom.width", "line 6: should be a whole number, not 12.5"),
                ("brief.variants", "line 7: should be a whole number, not true"),
                ("brief.format", "line 8: should be one of IMAGE_FORMAT_UNSPECIFIED, IMAGE_FORMAT_JPEG, IMAGE_FORMAT_PNG, IMAGE_FORMAT_WEBP, IMAGE_FORMAT_AVIF, not \"JPEG\""),
            ],
            refusal.Problems.Select(problem => (problem.Field, problem.Message)));
    }

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\n  \"campaign\": \"x\",\n}", "line 3")]
    [InlineData("{ \"campaign\": \"x\" } {}", "line 1")]
    [InlineData("{ \"copy\": ", "line 1")]
    [InlineData("[]", "should be an object")]
    [InlineData("null", "should be an object")]
    public void Says_where_the_file_stops_being_a_brief(string content, string expected)
    {
        var refusal = Assert.Throws<CliException>(() => BriefFile.Read(_folder.Write("brief.json", content)));

        Assert.Contains(expected, Assert.Single(refusal.Problems).Message);
    }

    [Fact]
    public void Refuses_a_number_that_does_not_fit_its_field()
    {
        var refusal = Assert.Throws<CliException>(() => BriefFile.Read(_folder.Write("brief.json", """{ "variants": 99999999999 }""")));

        Assert.Equal(ExitCode.Usage, refusal.ExitCode);
        Assert.NotEmpty(refusal.Problems);
    }

    [Fact]
    public void Refuses_a_file_that_is_too_large_without_reading_it()
    {
        var path = _folder["brief.json"];
        using (var file = File.Create(path))
        {
            file.SetLength(2 << 20);
        }

        var refusal = Assert.Throws<CliException>(() => BriefFile.Read(path));

        Assert.Contains("too large", refusal.Message);
    }

    [Fact]
    public void Skips_a_byte_order_mark() =>
        Assert.Equal("x", BriefFile.Read(_folder.Write("brief.json", "\uFEFF{ \"campaign\": \"x\" }")).Campaign);
}
