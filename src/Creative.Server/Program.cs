using System.Collections;
using Creative.Server.Hosting;
using Microsoft.Extensions.Logging.Console;

var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
if (args is ["--help" or "-h"])
{
    Console.WriteLine($"Creative.Server [--option VALUE]…\n  {string.Join("\n  ", OptionsReader.Names)}");
    return 0;
}

ServerOptions options;
try
{
    options = OptionsReader.Read(args, environment);
}
catch (ServerOptionsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}

// No settings come from files, so none are watched: watching would look at every file that is written anywhere below the working folder.
var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);

// Standard output is for whoever started this process: it gets the address and nothing else.
builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning);

await using var app = builder.AddCreative(options).Build().MapCreative();
await app.RunAsync();
return 0;
