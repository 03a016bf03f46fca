using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Creative.Server.Tests.Hosting;

/// <summary>Keeps what is logged. An error that a test has not announced fails it.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private const string HungUp = "The client reset the request stream.";

    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _entries = new();
    private readonly ConcurrentDictionary<int, bool> _expected = new();

    public IReadOnlyCollection<string> All => [.. _entries.Select(entry => entry.Text)];

    /// <summary>Announces an error by its event id.</summary>
    public void Expect(int eventId) => _expected[eventId] = true;

    public void AssertNothingUnexpected()
    {
        string[] unexpected = [.. _entries.Where(entry => entry.Level >= LogLevel.Error && !_expected.ContainsKey(entry.Id)).Select(entry => entry.Text)];
        Assert.True(unexpected.Length == 0, string.Join(Environment.NewLine, unexpected));
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // gRPC reports a client that goes away, such as a tab that is closed while its images load, as an error of the call.
            var level = exception is IOException { Message: HungUp } ? LogLevel.Information : logLevel;
            logs._entries.Enqueue((level, eventId.Id, $"{level} {category}: {formatter(state, exception)} {exception}"));
        }
    }
}
