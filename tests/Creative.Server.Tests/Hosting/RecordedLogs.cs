using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Creative.Server.Tests.Hosting;

/// <summary>Keeps what is logged. An error that a test has not announced fails it.</summary>
public sealed class RecordedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _entries = new();
    private readonly ConcurrentDictionary<int, bool> _expected = new();

    public IReadOnlyCollection<string> All => [.. _entries.Select(entry => entry.Text)];

    /// <summary>Announces an error by its event id.</summary>
    public void Expect(int eventId) => _expected[eventId] = true;

    public void AssertNothingUnexpected() =>
        Assert.Empty(_entries.Where(entry => entry.Level >= LogLevel.Error && !_expected.ContainsKey(entry.Id)).Select(entry => entry.Text));

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Recorder(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs._entries.Enqueue((logLevel, eventId.Id, $"{logLevel} {category}: {formatter(state, exception)} {exception}"));
    }
}
