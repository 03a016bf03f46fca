using Creative.Server.Labeling.Access;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Events;
using Creative.Server.Labeling.Items;
using Creative.Server.Labeling.Projects;
using Creative.Server.Labeling.Queue;

namespace Creative.Server.Labeling;

/// <summary>Before the server answers: reads raters, projects, items and leases. The events follow when <see cref="EventLog"/> starts.</summary>
public sealed class LabelingStart(
    RaterDirectory raters, FirstAdmin admin, ProjectStore projects, ItemStore items, LeaseStore leases, ProjectBoards boards, WorkClock work) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await raters.LoadAsync(cancellationToken);
        await admin.EnsureAsync(cancellationToken);
        foreach (var project in await projects.AllAsync(cancellationToken))
        {
            boards.Put(project);
        }

        foreach (var item in await items.AllAsync(cancellationToken))
        {
            boards.Add(item);
        }

        foreach (var lease in await leases.AllAsync(cancellationToken))
        {
            boards.Find(lease.Project)!.Change(state => state.Give(lease));
        }

        boards.Applied += (_, row, _) => work.Worked(row.Rater, row.StoredAt);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
