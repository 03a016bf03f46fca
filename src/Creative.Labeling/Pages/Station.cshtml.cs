using System.Text.Json;
using Creative.Contract.V1;
using Creative.Labeling.Hosting;
using Creative.Labeling.Pages.Shared;
using Creative.Labeling.Server;
using Creative.Labeling.SignIn;
using Creative.Labeling.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages;

/// <summary>The scoring station: a page that brings along all it needs, so that nothing is asked of the server before the first image.</summary>
public sealed class StationModel(LabelingService.LabelingServiceClient client, RaterCall rater, Translator texts, IAntiforgery antiforgery) : PageModel
{
    // Texts that the modules say; the rest is drawn here.
    private static readonly string[] SpokenPrefixes = ["station.", "verdict.", "saving.", "key.", "keys."];

    public Project Project { get; private set; } = new();

    /// <value>JSON for the modules.</value>
    public string Data { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string project)
    {
        if (await ProjectPages.FindAsync(client, rater, project) is not { } found)
        {
            return NotFound();
        }

        Project = found;
        var dimensions = await ProjectPages.DimensionsAsync(client, rater, found);
        Data = JsonSerializer.Serialize(
            new
            {
                Project = found.Id,
                Rater = RaterSession.IdOf(User),
                texts.Locale,
                Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
                UiVersion = UiVersion.Current,
                Dimensions = dimensions.Select(Spoken),
                Texts = texts.Texts.Where(text => SpokenPrefixes.Any(prefix => text.Key.StartsWith(prefix, StringComparison.Ordinal))).ToDictionary(),
            },
            JsonSerializerOptions.Web);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    private object Spoken(Dimension dimension) => new
    {
        dimension.Id,
        Name = texts.Of(dimension.Name),
        Question = texts.Of(dimension.Question),
        dimension.Min,
        dimension.Max,
        Anchors = dimension.Anchors.ToDictionary(anchor => $"{anchor.Score}", anchor => texts.Of(anchor.Meaning)),
        AnchorLine = string.Join(" · ", dimension.Anchors.Select(anchor => $"{anchor.Score} {texts.Of(anchor.Meaning)}")),
        MarkKinds = dimension.MarkKinds.Select(kind => new { kind.Id, Name = texts.Of(kind.Name) }),
    };
}
