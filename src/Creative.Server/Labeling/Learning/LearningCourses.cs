using System.Collections.Concurrent;
using Creative.Core.ActiveLearning;
using Creative.Core.Scoring.Learning;
using Creative.Server.Labeling.Board;
using Creative.Server.Labeling.Projects;

namespace Creative.Server.Labeling.Learning;

/// <summary>How the scorer has changed over its versions, for the advice when to stop. Begins anew when the server does.</summary>
public sealed class LearningCourses(ProjectBoards boards, ScorerInForce scorer)
{
    /// <summary>Items of a project that successive scorers are compared on: always the same ones.</summary>
    private const int Sample = 200;

    private const int VersionsKept = 50;

    private readonly ConcurrentDictionary<string, List<(long Judgements, int[] Verdicts, double Variance)>> _courses = new(StringComparer.Ordinal);

    /// <summary>Looks at every project with a version of the scorer.</summary>
    public void Note(ScorerSnapshot snapshot)
    {
        foreach (var board in boards.All)
        {
            var inputs = board.Read(state => state.Items
                .Where(item => item.Inputs is not null && item.InputsBy == scorer.InputsVersion)
                .OrderBy(item => item.Id, StringComparer.Ordinal)
                .Take(Sample)
                .Select(item => item.Inputs!)
                .ToArray());
            if (inputs.Length > 0)
            {
                Note(board.Id, snapshot, inputs);
            }
        }
    }

    /// <summary>What is advised for a project.</summary>
    public StoppingAdvice Advise(ProjectBoard board)
    {
        var (judged, budget) = board.Read(state => (state.ByRater.Values.Sum(own => (long)own.Count), state.Counts.Items * ProjectRules.JudgementsPerItem(state.Project)));
        var course = _courses.GetOrAdd(board.Id, _ => []);
        lock (course)
        {
            // A new item among the sample makes older verdicts incomparable.
            var same = course.Where(one => one.Verdicts.Length == (course.Count == 0 ? 0 : course[^1].Verdicts.Length)).ToArray();
            return StoppingAdvice.Of(new LearningCourse([.. same.Select(one => one.Verdicts)], [.. same.Select(one => (one.Judgements, one.Variance))], judged, budget));
        }
    }

    private void Note(string project, ScorerSnapshot snapshot, float[][] inputs)
    {
        var foreseen = inputs.Select(one => snapshot.Foresee(one)[ScoringTarget.Usable]).ToArray();
        var course = _courses.GetOrAdd(project, _ => []);
        lock (course)
        {
            course.Add((snapshot.Judgements, [.. foreseen.Select(one => one.Value >= 0.5 ? 1 : 0)], foreseen.Average(one => one.Deviation * one.Deviation)));
            if (course.Count > VersionsKept)
            {
                course.RemoveAt(0);
            }
        }
    }
}
