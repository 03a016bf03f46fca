using System.ComponentModel.DataAnnotations;
using System.Net;
using Creative.Core.Imaging.Metadata;

namespace Creative.Server.Hosting;

/// <summary>Reads the options from the command line and the environment and names everything that is wrong with them at once.</summary>
public static class OptionsReader
{
    private const string EnvironmentPrefix = "CREATIVE_";

    /// <param name="arguments">"--name value" or "--name=value", names with hyphens, such as --url-file.</param>
    /// <param name="environment">Variables such as CREATIVE_URL_FILE; an argument goes before its variable.</param>
    /// <exception cref="ServerOptionsException">Names each problem.</exception>
    public static ServerOptions Read(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var problems = new List<string>();
        var values = environment
            .Where(pair => pair.Key.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[EnvironmentPrefix.Length..].Replace("_", "", StringComparison.Ordinal), pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var left, var right] ? (left, right) : (arguments[i], null);
            if (!name.StartsWith("--", StringComparison.Ordinal) || PropertyOf(name) is not { } property)
            {
                problems.Add($"'{name}' is not an option; there are {string.Join(", ", Names)}");
                continue;
            }

            if (value is null && i + 1 == arguments.Count)
            {
                problems.Add($"{name} needs a value");
                continue;
            }

            values[property] = value ?? arguments[++i];
        }

        var options = Bind(values, problems);
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        problems.AddRange(results.Select(result => result.ErrorMessage!));
        if (!IPAddress.TryParse(options.Address, out _))
        {
            problems.Add($"--address '{options.Address}' is not an IP address");
        }

        if (ProviderCode.Objection(options.AigcProducer) is { } objection)
        {
            problems.Add($"--aigc-producer {objection}");
        }

        return problems.Count == 0 ? options : throw new ServerOptionsException(problems);
    }

    /// <summary>Names as on the command line, such as "--url-file".</summary>
    public static IEnumerable<string> Names => typeof(ServerOptions).GetProperties().Select(property =>
        "--" + string.Concat(property.Name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(letter) : $"{letter}")));

    private static string? PropertyOf(string argument) =>
        Names.Contains(argument) ? argument.Replace("-", "", StringComparison.Ordinal) : null;

    private static ServerOptions Bind(Dictionary<string, string> values, List<string> problems)
    {
        var options = new ServerOptions();
        foreach (var property in typeof(ServerOptions).GetProperties().Where(property => values.ContainsKey(property.Name)))
        {
            var text = values[property.Name];
            if (property.PropertyType == typeof(string))
            {
                property.SetValue(options, text);
            }
            else if (int.TryParse(text, out var number))
            {
                property.SetValue(options, number);
            }
            else
            {
                problems.Add($"{property.Name} is '{text}', which is not a whole number");
            }
        }

        return options;
    }
}

/// <summary>Options that cannot be used; the message names every problem.</summary>
public sealed class ServerOptionsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
