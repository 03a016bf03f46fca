using Creative.Cli.Serving;

namespace Creative.Cli.Tests.Serving;

public sealed class ServerSettingsTests
{
    [Theory]
    [InlineData("127.0.0.1:5310", "http://127.0.0.1:5310/")]
    [InlineData("http://render.example:80", "http://render.example/")]
    [InlineData("https://render.example", "https://render.example/")]
    public void Takes_an_address_with_or_without_its_scheme(string given, string expected) =>
        Assert.Equal(expected, ServerSettings.From(given, null).Url?.AbsoluteUri);

    [Theory]
    [InlineData("ftp://x")]
    [InlineData("http://")]
    [InlineData("file:///etc/passwd")]
    public void Refuses_other_addresses(string given) =>
        Assert.Equal(ExitCode.Usage, Assert.Throws<CliException>(() => ServerSettings.From(given, null)).ExitCode);
}
