using System.Diagnostics;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Node;

/// <summary>A client that shares no code with the server: @grpc/grpc-js with the plain proto files. Each script asserts for itself.</summary>
[Collection(SharedServerTests.Name)]
public sealed class NodeClientTests(SharedServer shared)
{
    [Theory]
    [InlineData("unary")]
    [InlineData("streaming")]
    [InlineData("deadline")]
    [InlineData("cancel")]
    [InlineData("errors")]
    [InlineData("reflection")]
    [InlineData("health")]
    public async Task A_node_client_is_content_with(string script)
    {
        await shared.Server.ServingAsync();
        var root = Repository.Root;
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(root, "tests", "Creative.Server.Tests", "Node", script + ".mjs"), shared.Server.Url, root },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        Assert.EndsWith("done\n", await output, StringComparison.Ordinal);
    }
}
