using Creative.Contract.V1;
using Creative.Core.Composition;
using Creative.Core.Diffusion;
using Creative.Core.Labeling;
using Creative.Core.Scenes;
using Creative.Server.Hosting;
using Creative.Server.Labeling.Board;
using Google.Protobuf;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Labeling.Items;

/// <summary>What a render delivered of one concept.</summary>
/// <param name="Painter">Of the elements.</param>
/// <param name="Campaign">What it was made for.</param>
public sealed record DeliveredConcept(ConceptArt Art, IElementPainter Painter, string Campaign, IReadOnlyCollection<Delivered> Assets);

/// <summary>Puts what was delivered into the projects that ask for it, so that designers judge what really goes out.</summary>
public sealed class RenderCollector(ItemIntake intake, ProjectBoards boards, IRasterizer rasterizer, ServerOptions options, ILogger<RenderCollector> logger)
{
    private const int MostSeenIn = 6;

    /// <summary>Without any asset nothing is collected.</summary>
    public async Task CollectAsync(DeliveredConcept delivered, CancellationToken cancellation)
    {
        if (delivered.Assets.Count == 0)
        {
            return;
        }

        foreach (var project in Wanting())
        {
            foreach (var item in project.ItemKind == ItemKinds.Element ? Elements(project, delivered) : Assets(project, delivered))
            {
                item.Project = project.Id;
                var (_, _, problems) = await intake.AddAsync(item, cancellation);
                if (problems.Count > 0)
                {
                    Log.NotCollected(logger, project.Id, string.Join("; ", problems.Select(problem => $"{problem.Field} {problem.Message}")));
                }
            }
        }
    }

    private Project[] Wanting()
    {
        var named = options.CollectElements.Length == 0 ? null : boards.Find(options.CollectElements);
        if (named is null && options.CollectElements.Length > 0)
        {
            Log.NoProjectToCollect(logger, options.CollectElements);
        }

        return [.. boards.All.Where(board => board == named || board.Read(state => state.Project is { Closed: false, Collection.FromRenders: true })).Select(board => board.Read(state => state.Project))];
    }

    private IEnumerable<AddItemsRequest> Elements(Project project, DeliveredConcept delivered)
    {
        var classes = project.Collection?.ElementClasses ?? [];
        foreach (var element in delivered.Art.Elements)
        {
            var origin = ElementOrigin.Of(element.Request, delivered.Painter.Model, delivered.Painter.Vocabulary);
            if (classes.Count == 0 || classes.Contains(origin.ElementClass))
            {
                origin.Usage = delivered.Campaign;
                origin.SeenIn.Add(delivered.Assets.Select(asset => asset.AssetId).Order(StringComparer.Ordinal).Take(MostSeenIn));
                yield return new AddItemsRequest { Image = UnsafeByteOperations.UnsafeWrap(rasterizer.Encode(element.Image, ImageFormat.Png, quality: 100)), Origin = origin };
            }
        }
    }

    private IEnumerable<AddItemsRequest> Assets(Project project, DeliveredConcept delivered)
    {
        var placements = project.Collection?.Placements ?? [];
        foreach (var asset in delivered.Assets.Where(asset => placements.Count == 0 || placements.Contains(asset.Placement.Id)).OrderBy(asset => asset.AssetId, StringComparer.Ordinal))
        {
            using var image = rasterizer.Decode(asset.File.Bytes);
            yield return new AddItemsRequest
            {
                Image = UnsafeByteOperations.UnsafeWrap(rasterizer.Encode(image, ImageFormat.Png, quality: 100)),
                Origin = new ItemOrigin
                {
                    Prompt = delivered.Campaign,
                    ModelId = delivered.Painter.Model.Id,
                    ModelVersion = delivered.Painter.Model.Version,
                    AssetId = asset.AssetId,
                    Usage = asset.Placement.Id,
                },
            };
        }
    }
}
