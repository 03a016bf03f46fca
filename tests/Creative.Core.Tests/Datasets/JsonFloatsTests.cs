using System.Text;
using System.Text.Json;
using Creative.Core.Datasets.Export.Files;
using Xunit;

namespace Creative.Core.Tests.Datasets;

public sealed class JsonFloatsTests
{
    [Theory]
    [InlineData(0, "0.0")]
    [InlineData(4, "4.0")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(1 / 3.0, "0.333333")]
    [InlineData(1e-9, "0.0")]
    public void Always_have_a_point(double value, string expected) => Assert.Equal($"{{\"a\":{expected}}}", Written(value));

    [Theory]
    [InlineData(1e308)]
    [InlineData(-1e308)]
    public void Are_written_however_long_they_are(double value)
    {
        using var json = JsonDocument.Parse(Written(value));

        Assert.Equal(value, json.RootElement.GetProperty("a").GetDouble());
    }

    private static string Written(double value)
    {
        using var objects = new JsonObjects();
        return Encoding.UTF8.GetString(objects.Write(value, static (json, value) => json.WriteFloat("a", value)));
    }
}
