using System.Globalization;

namespace Creative.Bench;

internal static class Arguments
{
    /// <summary>What follows an option; null when it is not given.</summary>
    public static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>The whole number that follows an option; the usual one when it is not given.</summary>
    public static int Whole(string[] args, string option, int usual) =>
        Value(args, option) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
