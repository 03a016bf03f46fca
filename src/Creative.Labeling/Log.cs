namespace Creative.Labeling;

/// <summary>Every message that this app logs. None holds a key, a name, a comment or the id of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "{Method} {Route} failed")]
    public static partial void RequestFailed(ILogger logger, string method, string route, Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "{Route}: the server answered {Code}")]
    public static partial void ServerRefused(ILogger logger, string route, string code);
}
