using System.Text;
using Creative.Core.Brands;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Engine.Imaging.Drawing;
using Xunit;

namespace Creative.Engine.Tests.Imaging.Drawing;

public sealed class LogoFillTests
{
    private const string Open = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'>";

    [Theory]
    [InlineData("<path d='M0 0H40V20H0Z' fill='#d9251d'/><path d='M5 5H10V10H5Z' fill='#ffffff'/>", true)]
    [InlineData("<g><path d='M0 0H40V20H0Z' fill='#d9251d'/></g>", false)]
    [InlineData("<path d='M0 0H40V20H0Z' fill='#d9251d' stroke='#000000'/>", false)]
    [InlineData("<path d='M0 0H40V20H0Z' fill='red'/>", false)]
    [InlineData("<path d='M0 0H40V20H0Z' fill='#d9251d' fill-rule='evenodd'/>", false)]
    [InlineData("<rect width='40' height='20' fill='#d9251d'/>", false)]
    public void Only_drawings_of_flat_paths_are_filled_without_librsvg(string content, bool expected)
    {
        var problems = SafeSvgParser.Parse(Encoding.UTF8.GetBytes(Open + content + "</svg>"), out var svg);

        Assert.Empty(problems);
        Assert.Equal(expected, LogoFill.CanDraw(new SvgNode("logo", svg!, new Box(0, 0, 80, 40))));
    }
}
