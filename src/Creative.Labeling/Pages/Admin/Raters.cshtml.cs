using Creative.Contract.V1;
using Creative.Labeling.Pages.Shared;
using Creative.Labeling.Server;
using Microsoft.AspNetCore.Mvc;

namespace Creative.Labeling.Pages.Admin;

/// <summary>Who scores. A key is shown once, on the page that answers its making, and nowhere else.</summary>
public sealed class RatersModel(LabelingService.LabelingServiceClient client, RaterCall rater) : FormPage
{
    public IReadOnlyList<Rater> Raters { get; private set; } = [];

    /// <value>The rater with the key that was just made; null: none was.</value>
    public PutRaterResponse? Made { get; private set; }

    public override async Task OnGetAsync() => Raters = (await client.ListRatersAsync(new ListRatersRequest(), rater.Options)).Raters;

    public Task<IActionResult> OnPostAsync(string? id, string? name, RaterRole role, string? locale, bool disabled, bool newKey) => SubmitAsync(async () =>
    {
        var asked = new Rater { Id = id?.Trim() ?? "", Name = name?.Trim() ?? "", Role = role, Locale = locale ?? "", Disabled = disabled };
        Made = await client.PutRaterAsync(new PutRaterRequest { Rater = asked, NewKey = newKey }, rater.Options);
        Response.Headers.CacheControl = "no-store";
        await OnGetAsync();
        return Page();
    });
}
