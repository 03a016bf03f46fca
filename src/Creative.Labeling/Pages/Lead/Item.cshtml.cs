using Creative.Contract.V1;
using Creative.Labeling.Pages.Shared;
using Creative.Labeling.Server;
using Creative.Labeling.Texts;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages.Lead;

/// <summary>An item with everything that was ever said about it.</summary>
public sealed class ItemModel(LabelingService.LabelingServiceClient client, RaterCall rater, Translator texts) : PageModel
{
    private IReadOnlyList<Dimension> _dimensions = [];

    public ItemHistory History { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string project, string item)
    {
        History = await client.GetItemAsync(new GetItemRequest { Id = item }, rater.Options);
        if (await ProjectPages.FindAsync(client, rater, project) is not { } found || History.Item.Project != found.Id)
        {
            return NotFound();
        }

        _dimensions = await ProjectPages.DimensionsAsync(client, rater, found);
        return Page();
    }

    /// <summary>The name of a dimension, or of what the scorer foresees.</summary>
    public string NameOf(string id) => id == "usable" ? texts["verdict.usable"] : _dimensions.FirstOrDefault(one => one.Id == id) is { } found ? texts.Of(found.Name) : id;

    public string NameOf(Mark mark)
    {
        var kind = _dimensions.FirstOrDefault(one => one.Id == mark.Dimension)?.MarkKinds.FirstOrDefault(one => one.Id == mark.Kind);
        return $"{NameOf(mark.Dimension)} · {(kind is null ? mark.Kind : texts.Of(kind.Name))}";
    }

    /// <summary>Scores in the order of the dimensions.</summary>
    public IEnumerable<(string Name, int Score)> ScoresOf(IDictionary<string, int> scores) =>
        _dimensions.Where(dimension => scores.ContainsKey(dimension.Id)).Select(dimension => (texts.Of(dimension.Name), scores[dimension.Id]));

    public string VerdictOf(Verdict verdict) => texts[$"verdict.{WordOf(verdict)}"];

    public static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Usable => "usable",
        Verdict.Unusable => "unusable",
        _ => "unsure",
    };

    public static string At(Timestamp? time) => time is null ? "" : $"{time.ToDateTime():yyyy-MM-dd HH:mm:ss} UTC";
}
