using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace Creative.Labeling.Hosting;

/// <summary>The command line of the app: reads the options, names everything that is wrong with them at once, and runs.</summary>
internal static class LabelingCommand
{
    private const string DefaultServer = "http://127.0.0.1:5310";
    private const int DefaultPort = 5320;

    public static RootCommand Create()
    {
        var server = new Option<string>("--server")
        {
            Description = "The running server (or CREATIVE_SERVER).",
            HelpName = "URL",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CREATIVE_SERVER") is { Length: > 0 } set ? set : DefaultServer,
        };
        server.Validators.Add(result => Require(result, IsHttp(result.GetValueOrDefault<string>()), "is not an http or https address"));
        var address = new Option<string>("--address") { Description = "IP address to listen on.", HelpName = "IP", DefaultValueFactory = _ => "127.0.0.1" };
        address.Validators.Add(result => Require(result, IPAddress.TryParse(result.GetValueOrDefault<string>(), out _), "is not an IP address"));
        var port = new Option<int>("--port") { Description = "Port to listen on; 0: any free one.", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result => Require(result, result.Tokens.Count == 0 || (int.TryParse(result.Tokens[0].Value, out var number) && number is >= 0 and <= 65535), "is not a port from 0 to 65535"));
        var keys = new Option<string>("--keys")
        {
            Description = "Folder of the keys that sign-in cookies are encrypted with.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "creative", "labeling-keys"),
        };

        var root = new RootCommand("The designers' web app: score what the models made.") { server, address, port, keys };
        root.SetAction((parsed, cancellation) => RunAsync(
            new LabelingOptions(new Uri(parsed.GetRequiredValue(server)), parsed.GetRequiredValue(address), parsed.GetValue(port), parsed.GetRequiredValue(keys)),
            cancellation));
        return root;
    }

    private static async Task<int> RunAsync(LabelingOptions options, CancellationToken cancellation)
    {
        await using var app = LabelingApp.Build(options);
        await app.StartAsync(cancellation);
        await Console.Out.WriteLineAsync($"Open {app.Urls.Single()} (server: {options.Server})");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static bool IsHttp(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static void Require(OptionResult result, bool met, string problem)
    {
        if (!met)
        {
            result.AddError($"{result.Option.Name} '{string.Join(' ', result.Tokens.Select(token => token.Value))}' {problem}");
        }
    }
}
