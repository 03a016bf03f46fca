using Creative.Contract.V1;

namespace Creative.Server.Labeling.Board;

/// <summary>A project in memory, behind one lock. What runs under it is short and never waits.</summary>
public sealed class ProjectBoard(Project project)
{
    private readonly Lock _gate = new();
    private readonly ProjectState _state = new(project);

    public string Id { get; } = project.Id;

    /// <value>Held by whoever decides who gets which item: one at a time, while events go on.</value>
    public Lock Leasing { get; } = new();

    public T Read<T>(Func<ProjectState, T> reading)
    {
        lock (_gate)
        {
            return reading(_state);
        }
    }

    public void Change(Action<ProjectState> change)
    {
        lock (_gate)
        {
            change(_state);
        }
    }
}
