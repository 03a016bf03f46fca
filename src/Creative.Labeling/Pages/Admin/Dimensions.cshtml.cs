using Creative.Contract.V1;
using Creative.Labeling.Server;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages.Admin;

/// <summary>What images are judged on. The dimensions are data of the server; here they are read.</summary>
public sealed class DimensionsModel(LabelingService.LabelingServiceClient client, RaterCall rater) : PageModel
{
    public ListDimensionsResponse Catalogue { get; private set; } = new();

    public async Task OnGetAsync() => Catalogue = await client.ListDimensionsAsync(new ListDimensionsRequest(), rater.Options);
}
