using Creative.Contract.V1;
using Creative.Labeling.Server;

namespace Creative.Labeling.Pages.Shared;

/// <summary>What every page of a project begins with.</summary>
internal static class ProjectPages
{
    /// <returns>Null: there is no such project.</returns>
    public static async Task<Project?> FindAsync(LabelingService.LabelingServiceClient client, RaterCall rater, string id) =>
        (await client.ListProjectsAsync(new ListProjectsRequest(), rater.Options)).Projects.FirstOrDefault(project => project.Id == id);

    /// <summary>The dimensions of a project in the order in which they are asked.</summary>
    public static async Task<IReadOnlyList<Dimension>> DimensionsAsync(LabelingService.LabelingServiceClient client, RaterCall rater, Project project)
    {
        var all = (await client.ListDimensionsAsync(new ListDimensionsRequest(), rater.Options)).Dimensions;
        return project.Dimensions.Count == 0
            ? [.. all.Where(dimension => dimension.ItemKinds.Contains(project.ItemKind))]
            : [.. project.Dimensions.Select(id => all.First(dimension => dimension.Id == id))];
    }
}
