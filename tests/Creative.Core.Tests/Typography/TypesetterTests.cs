using Creative.Core.Imaging;
using Creative.Core.Tests.Samples;
using Creative.Core.Typography;
using Xunit;

namespace Creative.Core.Tests.Typography;

public sealed class TypesetterTests
{
    private static readonly TextStyle Plain = new(new FontFace("Noto Sans SC", 900), new FontFace("Montserrat", 800), 1.2, 0, 1, 3);
    private readonly Typesetter _typesetter = new(new InstalledFamilies());

    [Fact]
    public void Fewest_lines_come_first_and_each_setting_is_narrower()
    {
        var settings = _typesetter.Set("天天有惊喜周周有好礼", Plain, []);

        Assert.Equal([1, 2, 3], settings.Select(s => s.Lines.Length));
        Assert.True(settings[0].Width > settings[1].Width && settings[1].Width > settings[2].Width);
        Assert.True(settings[2].Height > settings[1].Height);
    }

    [Fact]
    public void Explicit_breaks_are_kept_unless_there_is_one_line()
    {
        Assert.Equal(2, _typesetter.Set("上\n下", Plain, [])[0].Lines.Length);

        var single = Assert.Single(_typesetter.Set("上\n下", Plain with { MaxLines = 1 }, []));
        Assert.Equal("上 下", string.Concat(single.Lines[0].Segments.Select(s => s.Text)));
    }

    [Fact]
    public void An_emphasised_number_is_a_larger_segment_in_its_own_face()
    {
        var line = _typesetter.Set("领18%权益", Plain with { NumberScale = 1.5, MaxLines = 1 }, [])[0].Lines[0];

        Assert.Equal(["领", "18%", "权益"], line.Segments.Select(s => s.Text));
        Assert.Equal((1.5, "Montserrat", true), (line.Segments[1].Scale, line.Segments[1].Face.Family, line.Segments[1].IsNumber));
        Assert.Equal(1 + (3 * 1.5), line.Segments[2].X, 6);
    }
}
