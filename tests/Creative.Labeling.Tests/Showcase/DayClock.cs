namespace Creative.Labeling.Tests.Showcase;

/// <summary>A clock that is set by hand, so that two weeks of work pass in seconds.</summary>
internal sealed class DayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
