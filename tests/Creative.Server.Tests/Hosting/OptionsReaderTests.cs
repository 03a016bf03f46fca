using Creative.Server.Hosting;

namespace Creative.Server.Tests.Hosting;

public sealed class OptionsReaderTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void Listens_on_loopback_unless_told_otherwise() => Assert.Equal("127.0.0.1", OptionsReader.Read([], Nothing).Address);

    [Fact]
    public void Takes_arguments_before_variables_and_both_forms()
    {
        var environment = new Dictionary<string, string> { ["CREATIVE_PORT"] = "7001", ["CREATIVE_URL_FILE"] = "/tmp/url", ["PORT"] = "1" };
        var options = OptionsReader.Read(["--port", "7002", "--queue-limit=9"], environment);
        Assert.Equal((7002, "/tmp/url", 9), (options.Port, options.UrlFile, options.QueueLimit));
    }

    [Fact]
    public void Names_every_problem_at_once()
    {
        var error = Assert.Throws<ServerOptionsException>(() => OptionsReader.Read(
            ["--port", "70000", "--provider", "abacus", "--address", "nowhere", "--queue-limit", "many", "--colour", "--url-file"], Nothing));
        Assert.Collection(
            error.Problems,
            problem => Assert.StartsWith("'--colour' is not an option", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("--url-file needs a value", problem, StringComparison.Ordinal),
            problem => Assert.Contains("'many'", problem, StringComparison.Ordinal),
            problem => Assert.Contains("Port", problem, StringComparison.Ordinal),
            problem => Assert.Contains("Provider", problem, StringComparison.Ordinal),
            problem => Assert.Contains("'nowhere'", problem, StringComparison.Ordinal));
    }
}
