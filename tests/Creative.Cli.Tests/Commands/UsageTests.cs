using System.Text.Json;

namespace Creative.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("render")]
    [InlineData("render", "--brief", "b.json")]
    [InlineData("render", "--brief", "b.json", "--out", "o", "--format", "gif")]
    [InlineData("render", "--brief", "b.json", "--out", "o", "--variants", "many")]
    [InlineData("placements", "--family", "huge")]
    [InlineData("assets", "get")]
    [InlineData("paint")]
    [InlineData("styles", "--nope")]
    public async Task Refuses_a_command_line_that_is_not_understood(params string[] arguments)
    {
        var (exitCode, output, error) = await CommandLine.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("--help", error);
        Assert.Empty(output);
    }

    [Fact]
    public async Task Names_every_missing_option_at_once()
    {
        var (_, _, error) = await CommandLine.RunAsync("render");

        Assert.Contains("--brief", error);
        Assert.Contains("--out", error);
    }

    [Fact]
    public async Task Shows_help_for_every_command()
    {
        var (exitCode, output, _) = await CommandLine.RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(["render", "watch", "assets", "brands", "placements", "styles", "demo"], command => Assert.Contains(command, output));
    }

    [Fact]
    public async Task Writes_errors_as_one_json_document_when_asked()
    {
        var (exitCode, output, error) = await CommandLine.RunAsync("render", "--brief", "/nowhere/brief.json", "--out", "o", "--json");

        using var document = JsonDocument.Parse(output);
        Assert.Equal(2, exitCode);
        Assert.Empty(error);
        Assert.Equal(2, document.RootElement.GetProperty("error").GetProperty("exitCode").GetInt32());
        Assert.Contains("/nowhere/brief.json", document.RootElement.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Says_when_no_server_answers_at_the_address()
    {
        // Port 1 is reserved and never listened on.
        var (exitCode, _, error) = await CommandLine.RunAsync("styles", "--server", "http://127.0.0.1:1");

        Assert.Equal(1, exitCode);
        Assert.Contains("UNAVAILABLE", error);
        Assert.Contains("Is the server running", error);
    }

    [Fact]
    public async Task Refuses_an_address_that_is_none()
    {
        var (exitCode, _, error) = await CommandLine.RunAsync("styles", "--server", "ftp://files");

        Assert.Equal(2, exitCode);
        Assert.Contains("--server", error);
    }
}
