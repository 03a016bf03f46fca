using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Creative.Cli.Serving;

/// <summary>Who calls: the key of a lead or an admin, for the services that ask for one.</summary>
internal static class RaterKey
{
    private const string Variable = "CREATIVE_RATER_KEY";
    private const string Entry = "rater-key";
    private const string FirstAdmin = "admin.key";

    /// <summary>From a file or the environment or, for a server that keeps its data here, the first admin's; null: none.</summary>
    /// <param name="file">Null: none was named.</param>
    /// <param name="dataFolder">Of the server.</param>
    /// <exception cref="CliException">The file that was named cannot be read.</exception>
    public static string? Find(string? file, string dataFolder)
    {
        try
        {
            if (file is not null)
            {
                return File.ReadAllText(file).Trim();
            }

            var admin = Path.Combine(dataFolder, FirstAdmin);
            return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } key ? key.Trim() : File.Exists(admin) ? File.ReadAllText(admin).Trim() : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CliException.BadInput("The rater key cannot be read.", new Problem("--key-file", fault.Message));
        }
    }

    /// <summary>Calls that carry the key; without one, as they are.</summary>
    public static CallInvoker With(this ChannelBase channel, Func<string?> key) => channel.Intercept(metadata =>
    {
        if (key() is { } known)
        {
            metadata.Add(Entry, known);
        }

        return metadata;
    });
}
