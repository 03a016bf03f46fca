using Creative.Core.ActiveLearning;
using V1 = Creative.Contract.V1;

namespace Creative.Server.Labeling.Projects;

/// <summary>The shares of the stream, from the contract.</summary>
internal static class MixRules
{
    /// <summary>Everything that is wrong with them, each naming its field.</summary>
    public static IEnumerable<FieldProblem> Problems(V1.QueueMix? mix) => mix is null || IsDefault(mix)
        ? []
        : ToMix(mix).Check().Select(problem => problem with { Field = $"project.{problem.Field}" });

    /// <summary>The mix in force.</summary>
    public static QueueMix Of(V1.Project project) => project.Mix is null || IsDefault(project.Mix) ? QueueMix.Default : ToMix(project.Mix);

    /// <summary>By the names that are stored with what is asked.</summary>
    public static IEnumerable<(string Strategy, double Share)> Shares(QueueMix mix) =>
    [
        (QueueChooser.Informative, mix.Informative),
        (QueueChooser.Random, mix.Random),
        (QueueChooser.Gold, mix.Gold),
        (QueueChooser.Repeat, mix.Repeats),
        (QueueChooser.Relabel, mix.Relabel),
    ];

    private static bool IsDefault(V1.QueueMix mix) => Shares(ToMix(mix)).All(stream => stream.Share == 0);

    private static QueueMix ToMix(V1.QueueMix mix) => new(mix.Informative, mix.Random, mix.Gold, mix.Repeats, mix.Relabel);
}
