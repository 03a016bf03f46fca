using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Labeling.Board;
using Grpc.Core;

namespace Creative.Server.Labeling.Projects;

/// <summary>Makes, changes and shows projects.</summary>
public sealed class ProjectDesk(ProjectStore store, ProjectBoards boards, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);

    public IEnumerable<Project> All => boards.All.Select(WithCounts);

    /// <exception cref="RpcException">NOT_FOUND.</exception>
    public ProjectBoard Find(string id) => boards.Find(id) ?? throw Refusals.NotFound("project", id);

    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem.</exception>
    public async Task<Project> PutAsync(Project? wanted, CancellationToken cancellation)
    {
        if (wanted is null)
        {
            throw Refusals.BadRequest("project", "is required");
        }

        await _writing.WaitAsync(cancellation);
        try
        {
            var before = boards.Find(wanted.Id)?.Read(state => state.Project);
            FieldProblem[] problems = [.. ProjectRules.Problems(wanted, before)];
            if (problems.Length > 0)
            {
                throw Refusals.BadRequest(problems);
            }

            var stored = ProjectRules.Stored(wanted, before, clock.GetUtcNow());
            await store.PutAsync(stored, cancellation);
            boards.Put(stored);
            return WithCounts(boards.Find(stored.Id)!);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private static Project WithCounts(ProjectBoard board) => board.Read(state =>
    {
        var project = state.Project.Clone();
        (project.Items, project.Done) = state.Counts;
        return project;
    });
}
