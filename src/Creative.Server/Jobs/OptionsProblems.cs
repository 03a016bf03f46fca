using Creative.Contract.V1;
using Creative.Core.Diffusion.Sampling;
using Creative.Server.Hosting;
using Creative.Server.Models;
using Creative.Server.Models.Serving;

namespace Creative.Server.Jobs;

/// <summary>What the elements model in use can do besides painting.</summary>
public sealed class PaintingInForce(ServingModels serving, ModelFolders folders, ServerOptions options)
{
    /// <value>Of the champion or, while none is loaded, of the version that came with the installation.</value>
    public bool HasFewSteps
    {
        get
        {
            using var champion = serving.Rent(options.ElementsModel, request: null);
            return (champion?.Painter.Vocabulary ?? folders.Shipped(options.ElementsModel)?.Elements?.Vocabulary)?.FewSteps is not null;
        }
    }
}

/// <summary>The ranges of <see cref="RenderOptions"/>; 0 and empty stand for the model's own defaults.</summary>
internal static class OptionsProblems
{
    public static void Find(RenderOptions options, PaintingInForce painting, ICollection<FieldProblem> problems)
    {
        Expect(options.PreviewSize is 0 or (>= 16 and <= 256), "options.preview_size", $"is {options.PreviewSize}; 16 to 256 pixels, or 0 for 96", problems);
        Expect(options.Steps is >= 0 and <= 150, "options.steps", $"is {options.Steps}; 1 to 150, or 0 for the model's default", problems);
        Expect(options.Guidance is 0 or (>= 1 and <= 20), "options.guidance", $"is {options.Guidance}; 1 to 20, or 0 for the model's default", problems);
        Expect(options.Candidates is >= 0 and <= 16, "options.candidates", $"is {options.Candidates}; 1 to 16, or 0 for 2", problems);
        Expect(!options.FewSteps || painting.HasFewSteps, "options.few_steps", "is asked for, but the elements model has no denoiser for few steps", problems);
        Expect(
            options.Scheduler.Length == 0 || Samplers.Painting.Contains(options.Scheduler, StringComparer.Ordinal),
            "options.scheduler",
            $"is none of {string.Join(", ", Samplers.Painting)}; empty for the model's default",
            problems);
    }

    private static void Expect(bool holds, string field, string otherwise, ICollection<FieldProblem> problems)
    {
        if (!holds)
        {
            problems.Add(new FieldProblem(field, otherwise));
        }
    }
}
