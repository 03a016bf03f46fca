using Creative.Contract.V1;
using Creative.Core.Diffusion;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Server.Errors;
using Creative.Server.Labeling.Projects;
using Google.Protobuf;
using Grpc.Core;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Labeling.Items;

/// <summary>Paints elements for a project: every prompt with every seed, each on the disk when it is told.</summary>
public sealed class ItemPainting(PainterChoice painters, ProjectDesk projects, ItemIntake intake, IRasterizer rasterizer)
{
    private const int MostPrompts = 1000;
    private const int LongestPrompt = 300;
    private const int MostSeeds = 64;
    private const int Batch = 4;

    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem; FAILED_PRECONDITION without models.</exception>
    public async Task PaintAsync(PaintItemsRequest request, IServerStreamWriter<PaintItemsResponse> stream, CancellationToken cancellation)
    {
        var board = projects.Find(request.Project);
        using var lease = await painters.RentAsync(request.Model, cancellation);
        var painter = lease.Painter;
        FieldProblem[] problems = [.. Problems(request, painter)];
        if (problems.Length > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        PaintRequest[] all = [.. request.Prompts.SelectMany(prompt => Seeds(request).Select(seed => ToRequest(request, painter.Vocabulary, prompt, seed)))];
        var painted = 0L;
        foreach (var batch in all.Chunk(Batch))
        {
            var images = await Task.Run(() => painter.Paint(batch, progress: null, cancellation), cancellation);
            foreach (var (i, image) in images.Index())
            {
                using (image)
                {
                    var (id, existed) = await AddAsync(board.Id, batch[i], image, painter, cancellation);
                    await stream.WriteAsync(new PaintItemsResponse { Painted = ++painted, Total = all.Length, ItemId = id, Existed = existed }, cancellation);
                }
            }
        }
    }

    private async Task<(string Id, bool Existed)> AddAsync(string project, PaintRequest request, PixelImage image, IElementPainter painter, CancellationToken cancellation)
    {
        var file = rasterizer.Encode(image, ImageFormat.Png, quality: 100);
        var item = new AddItemsRequest
        {
            Project = project,
            Image = UnsafeByteOperations.UnsafeWrap(file),
            Origin = ElementOrigin.Of(request, painter.Model, painter.Vocabulary),
        };
        var (id, existed, problems) = await intake.AddAsync(item, cancellation);
        return problems.Count == 0 ? (id, existed) : throw Refusals.BadRequest(problems);
    }

    private static IEnumerable<ulong> Seeds(PaintItemsRequest request) => Enumerable.Range(0, request.SeedsPerPrompt).Select(n => unchecked(request.FirstSeed + (ulong)n));

    private static PaintRequest ToRequest(PaintItemsRequest request, ElementVocabulary vocabulary, string prompt, ulong seed)
    {
        var settings = request.FewSteps && vocabulary.FewSteps is { } few ? few : new FewSteps(vocabulary.Steps, vocabulary.Guidance, vocabulary.Scheduler);
        return new PaintRequest(prompt, seed, settings.Steps, settings.Guidance, settings.Scheduler) { FewSteps = request.FewSteps };
    }

    private static IEnumerable<FieldProblem> Problems(PaintItemsRequest request, IElementPainter painter)
    {
        if (request.Prompts.Count is < 1 or > MostPrompts)
        {
            yield return new FieldProblem("prompts", $"has {request.Prompts.Count}; 1 to {MostPrompts}");
        }

        foreach (var (i, prompt) in request.Prompts.Take(MostPrompts).Index())
        {
            if (prompt.Length is < 1 or > LongestPrompt || prompt.Any(char.IsControl))
            {
                yield return new FieldProblem($"prompts[{i}]", $"is 1 to {LongestPrompt} characters without control characters");
            }
        }

        if (request.SeedsPerPrompt is < 1 or > MostSeeds)
        {
            yield return new FieldProblem("seeds_per_prompt", $"is {request.SeedsPerPrompt}; 1 to {MostSeeds}");
        }

        if (request.FewSteps && painter.Vocabulary.FewSteps is null)
        {
            yield return new FieldProblem("few_steps", "is asked for, but the model has no denoiser for few steps");
        }
    }
}
