using System.Globalization;
using System.Text.RegularExpressions;

namespace Creative.Bench;

/// <summary>A bench by its name, with what it says of itself.</summary>
/// <param name="Usage">
/// Its options as people read them, and as they are checked: "[--seeds N] [--synthetic]". What follows an option is its value;
/// N stands for a whole number, SHARE and MINUTES for any. Empty: it has none.
/// </param>
/// <param name="Run">Takes the arguments after the name, returns the exit code.</param>
internal sealed partial record BenchEntry(string Name, string Says, string Usage, Func<string[], int> Run)
{
    /// <summary>Everything that is wrong with the arguments.</summary>
    public IEnumerable<string> Problems(string[] args)
    {
        var options = Option().Matches(Usage).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            if (!options.TryGetValue(args[i], out var value))
            {
                yield return $"{args[i]}: there is no such option.";
            }
            else if (value.Length > 0 && (++i == args.Length || !Fits(value, args[i])))
            {
                yield return $"{args[i - 1]}: {(i == args.Length ? "nothing follows" : $"'{args[i]}'")}, expected {value}.";
            }
        }
    }

    private static bool Fits(string value, string text) => value switch
    {
        "N" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "SHARE" or "MINUTES" => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        _ => !text.StartsWith("--", StringComparison.Ordinal),
    };

    [GeneratedRegex(@"(?<name>--[a-z0-9-]+)( (?<value>[A-Z]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
