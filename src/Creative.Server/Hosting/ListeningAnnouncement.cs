using System.Text.Json;
using Creative.Core.Imaging.Metadata;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Creative.Server.Hosting;

/// <summary>Tells whoever started this process where it listens: one line of JSON on standard output, and a file if asked for.</summary>
public sealed class ListeningAnnouncement(IServer server, IHostApplicationLifetime lifetime, ServerOptions options, ILogger<ListeningAnnouncement> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce()
    {
        var url = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        Log.Listening(logger, url);
        if (!System.Net.IPAddress.IsLoopback(System.Net.IPAddress.Parse(options.Address)))
        {
            Log.ListensBeyondThisMachine(logger, options.Address);
        }

        if (options.AigcKey == ServerOptions.SampleKey || options.AigcProducer == ProviderCode.Sample)
        {
            Log.SampleLabels(logger);
        }

        if (options.UrlFile.Length > 0)
        {
            // Whoever waits for the file finds it whole.
            var unfinished = options.UrlFile + ".tmp";
            File.WriteAllText(unfinished, url);
            File.Move(unfinished, options.UrlFile, overwrite: true);
        }

        Console.Out.WriteLine(JsonSerializer.Serialize(new { @event = "listening", url, pid = Environment.ProcessId }));
        Console.Out.Flush();
    }
}
