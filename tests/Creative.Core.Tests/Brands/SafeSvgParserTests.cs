using System.Text;
using System.Xml.Linq;
using Creative.Core.Brands;
using Xunit;

namespace Creative.Core.Tests.Brands;

public sealed class SafeSvgParserTests
{
    private const string Open = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 40">""";

    [Fact]
    public void Accepts_an_ordinary_logo_and_keeps_what_is_drawn()
    {
        var svg = Accept("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Made by an editor -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" width="240" height="80" viewBox="0 0 120 40" class="logo">
              <title>Logo</title>
              <defs><linearGradient id="gold" x2="0" y2="1"><stop offset="0" stop-color="#fff"/><stop offset="100%" style="stop-color:#fb0;stop-opacity:.5"/></linearGradient></defs>
              <g inkscape:label="mark" transform="translate(2 2)"><path d="M0 0h10v10z" style="fill:url(#gold);-inkscape-font-specification:x"/></g>
              <circle cx="30" cy="20" r="8" fill="url('#gold') red"/>
            </svg>
            """);

        Assert.Equal((120, 40), (svg.Width, svg.Height));
        var root = XElement.Parse(svg.Markup);
        Assert.Equal("0 0 120 40", root.Attribute("viewBox")!.Value);
        Assert.Null(root.Attribute("width"));
        var gradient = root.Descendants().Single(element => element.Name.LocalName == "linearGradient").Attribute("id")!.Value;
        Assert.Equal($"url(#{gradient})", root.Descendants().Single(element => element.Name.LocalName == "path").Attribute("fill")!.Value);
        Assert.Equal($"url(#{gradient})", root.Descendants().Single(element => element.Name.LocalName == "circle").Attribute("fill")!.Value);
        Assert.DoesNotContain("title", svg.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("inkscape", svg.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_two_drawings_different_ids_so_that_they_fit_into_one_document()
    {
        var one = Accept(Open + """<g id="a"/></svg>""");
        var other = Accept(Open + """<g id="a"/><g/></svg>""");
        Assert.NotEqual(Id(one), Id(other));

        static string Id(SafeSvg svg) => XElement.Parse(svg.Markup).Elements().First().Attribute("id")!.Value;
    }

    [Fact]
    public void Takes_the_size_from_width_and_height_when_there_is_no_view_box()
    {
        var svg = Accept("""<svg xmlns="http://www.w3.org/2000/svg" width="70px" height="50"><path d="M0 0h5v7z"/></svg>""");
        Assert.Equal((70, 50), (svg.Width, svg.Height));
    }

    [Fact]
    public void Ids_may_contain_words_that_sound_dangerous() => Accept(Open + """<g id="curl-description-2000000"/></svg>""");

    [Theory]
    [InlineData("<script>alert(1)</script>", "<script> is not allowed")]
    [InlineData("<foreignObject/>", "<foreignObject> is not allowed")]
    [InlineData("<image href=\"https://example.org/x.png\"/>", "<image> is not allowed")]
    [InlineData("<image href=\"data:image/png;base64,AAAA\"/>", "<image> is not allowed")]
    [InlineData("<style>@import url(https://example.org/x.css);</style>", "<style> is not allowed")]
    [InlineData("<text>x</text>", "turn text into outlines")]
    [InlineData("<filter id=\"f\"><feImage href=\"x\"/></filter>", "<filter> is not allowed")]
    [InlineData("<animate attributeName=\"x\"/>", "<animate> is not allowed")]
    [InlineData("<a href=\"https://example.org\"/>", "<a> is not allowed")]
    [InlineData("<pattern id=\"p\"/>", "<pattern> is not allowed")]
    [InlineData("<svg/>", "<svg> is not allowed")]
    [InlineData("<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/>", "<include> is not allowed")]
    [InlineData("<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/>", "<script> is not allowed")]
    [InlineData("<g onload=\"x()\"/>", "onload is not allowed")]
    [InlineData("<use href=\"https://example.org/x.svg#a\"/>", "only #id of this drawing")]
    [InlineData("<use xlink:href=\"file:///etc/passwd#a\"/>", "only #id of this drawing")]
    [InlineData("<use xlink:href=\"url(#a)\"/>", "only #id of this drawing")]
    [InlineData("<g fill=\"url(https://example.org/x.svg#a)\"/>", "refers outside")]
    [InlineData("<g style=\"fill:URL(//example.org#a)\"/>", "refers outside")]
    [InlineData("<g fill=\"u\\72l(//example.org)\"/>", "is not allowed")]
    [InlineData("<g style=\"background:red\"/>", "'background:red' is not allowed")]
    [InlineData("<g filter=\"none\"/>", "filter is not allowed")]
    [InlineData("<path stroke-dasharray=\"0.0001\" d=\"M0 0h100000\"/>", "stroke-dasharray is not allowed")]
    [InlineData("<path d=\"M0 0h1e9\"/>", "larger than")]
    [InlineData("<path d=\"M0 0hurry\"/>", "Path data is wrong")]
    [InlineData("<circle r=\"1000000\"/>", "larger than")]
    [InlineData("<g fill=\"url(#nowhere)\"/>", "no element with the id 'nowhere'")]
    [InlineData("<g id=\"a\"/><g id=\"a\"/>", "'a' is used twice")]
    [InlineData("<g id=\"a\"><use href=\"#a\"/></g>", "refers back to itself")]
    [InlineData("<linearGradient id=\"a\" href=\"#b\"/><linearGradient id=\"b\" href=\"#a\"/>", "refers back to itself")]
    [InlineData("<?xml-stylesheet href=\"https://example.org/x.css\"?>", "processing instruction")]
    public void Refuses_what_is_not_on_the_list(string inside, string reason) => Refuse(Open + inside + "</svg>", reason);

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">")]
    public void Refuses_document_types_and_so_entities(string documentType) => Refuse(documentType + Open + "</svg>", "document type");

    [Fact]
    public void Refuses_a_billion_laughs_made_of_nested_copies()
    {
        var levels = string.Concat(Enumerable.Range(1, 9).Select(level =>
            $"<g id=\"g{level}\">{string.Concat(Enumerable.Repeat($"<use href=\"#g{level - 1}\"/>", 10))}</g>"));
        Refuse(Open + "<g id=\"g0\"><path d=\"M0 0h1\"/></g>" + levels + "</svg>", "With every reference written out");
    }

    [Fact]
    public void Refuses_copies_through_clip_paths_and_masks_too()
    {
        var levels = string.Concat(Enumerable.Range(1, 9).Select(level =>
            $"<mask id=\"m{level}\">{string.Concat(Enumerable.Repeat($"<path d=\"M0 0h1\" mask=\"url(#m{level - 1})\"/>", 10))}</mask>"));
        Refuse(Open + "<mask id=\"m0\"/>" + levels + "</svg>", "With every reference written out");
    }

    [Fact]
    public void Refuses_too_many_and_too_deep_elements()
    {
        Refuse(Open + string.Concat(Enumerable.Repeat("<g/>", SafeSvgParser.MaxElements)) + "</svg>", "more than 2000 elements");
        Refuse(Open + string.Concat(Enumerable.Repeat("<g>", SafeSvgParser.MaxDepth)) + string.Concat(Enumerable.Repeat("</g>", SafeSvgParser.MaxDepth)) + "</svg>", "more than 40 deep");
    }

    [Fact]
    public void Refuses_a_large_file_before_reading_it() =>
        Refuse(Open + new string(' ', SafeSvgParser.MaxBytes) + "</svg>", "bytes");

    [Theory]
    [InlineData("", "not well-formed")]
    [InlineData("<svg", "not well-formed")]
    [InlineData("<svg viewBox='0 0 1 1'/>", "outermost element")]
    [InlineData("<html xmlns='http://www.w3.org/1999/xhtml'/>", "outermost element")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "needs a viewBox")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='100%' height='5'/>", "needs a viewBox")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 5'/>", "viewBox")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 NaN 5'/>", "viewBox")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 5'/>", "viewBox")]
    public void Refuses_what_is_no_drawing_or_has_no_size(string markup, string reason) => Refuse(markup, reason);

    [Fact]
    public void Names_every_problem_at_once_with_its_line()
    {
        var problems = SafeSvgParser.Parse(Encoding.UTF8.GetBytes(Open + "\n<script/>\n<g onclick=\"x\" filter=\"y\"/></svg>"), out var svg);
        Assert.Null(svg);
        Assert.Equal(["Line 2: <script> is not allowed.", "Line 3: the attribute onclick is not allowed.", "Line 3: the attribute filter is not allowed."], problems);
    }

    private static SafeSvg Accept(string markup)
    {
        Assert.Empty(SafeSvgParser.Parse(Encoding.UTF8.GetBytes(markup), out var svg));
        return svg!;
    }

    private static void Refuse(string markup, string reason)
    {
        var problems = SafeSvgParser.Parse(Encoding.UTF8.GetBytes(markup), out var svg);
        Assert.Null(svg);
        Assert.Contains(problems, problem => problem.Contains(reason, StringComparison.Ordinal));
    }
}
