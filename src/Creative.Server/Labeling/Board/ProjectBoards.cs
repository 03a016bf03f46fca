using System.Collections.Concurrent;
using Creative.Contract.V1;
using Creative.Server.Labeling.Storage;

namespace Creative.Server.Labeling.Board;

/// <summary>Every project in memory, read from the disk at start and kept up to date by whoever writes to it.</summary>
public sealed class ProjectBoards
{
    private readonly ConcurrentDictionary<string, ProjectBoard> _boards = new(StringComparer.Ordinal);

    // Every item's project, so that an item can be asked for by its id alone.
    private readonly ConcurrentDictionary<string, ProjectBoard> _ofItem = new(StringComparer.Ordinal);

    /// <value>By id.</value>
    public IReadOnlyList<ProjectBoard> All => [.. _boards.Values.OrderBy(board => board.Id, StringComparer.Ordinal)];

    /// <value>Told of each event in the order of the chain, after it was applied.</value>
    public event Action<ProjectBoard, EventRow, ScoreEvent>? Applied;

    /// <value>Told that a project is new or was changed itself.</value>
    public event Action<ProjectBoard>? Changed;

    /// <value>Told that there is a new item.</value>
    public event Action? Added;

    public ProjectBoard? Find(string project) => _boards.GetValueOrDefault(project);

    public ProjectBoard? OfItem(string itemId) => _ofItem.GetValueOrDefault(itemId);

    public void Put(Project project)
    {
        var board = _boards.GetOrAdd(project.Id, _ => new ProjectBoard(project));
        board.Change(state => state.Put(project));
        Changed?.Invoke(board);
    }

    public void Add(ItemRow row)
    {
        var board = _boards[row.Project];
        board.Change(state => state.Add(new BoardItem(row)));
        _ofItem[row.Id] = board;
        Added?.Invoke();
    }

    public void Apply(EventRow row, ScoreEvent content)
    {
        var board = _boards[row.Project];
        board.Change(state => state.Apply(row, content));
        Applied?.Invoke(board, row, content);
    }
}
