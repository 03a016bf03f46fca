namespace Creative.Bench;

internal static class Arguments
{
    /// <summary>What follows an option; null when it is not given.</summary>
    public static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
