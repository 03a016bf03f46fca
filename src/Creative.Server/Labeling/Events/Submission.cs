using Creative.Contract.V1;

namespace Creative.Server.Labeling.Events;

/// <summary>One event on its way to the disk.</summary>
/// <param name="Content">Valid as far as it can be without looking at what is stored.</param>
/// <param name="Bytes">Its canonical form.</param>
public sealed record EventDraft(ScoreEvent Content, byte[] Bytes);

/// <summary>What one call wants appended.</summary>
public sealed record Submission(string Rater, bool IsLead, IReadOnlyList<EventDraft> Events)
{
    private readonly TaskCompletionSource<IReadOnlyList<Acknowledgement>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <value>One for each event in their order, once the disk has what is to be kept.</value>
    public Task<IReadOnlyList<Acknowledgement>> Done => _done.Task;

    public void Acknowledge(IReadOnlyList<Acknowledgement> results) => _done.TrySetResult(results);

    public void Fail(Exception error) => _done.TrySetException(error);
}

/// <param name="Problems">Why it was refused; empty otherwise.</param>
public sealed record Acknowledgement(SubmitState State, IReadOnlyList<FieldProblem> Problems)
{
    public static readonly Acknowledgement Stored = new(SubmitState.Stored, []);

    public static readonly Acknowledgement Duplicate = new(SubmitState.Duplicate, []);

    public static Acknowledgement Refused(params IReadOnlyList<FieldProblem> problems) => new(SubmitState.Refused, problems);
}
