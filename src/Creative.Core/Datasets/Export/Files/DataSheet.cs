using System.Globalization;
using System.Text;

namespace Creative.Core.Datasets.Export.Files;

/// <summary>DATASHEET.md: what a person wants to know of a dataset before using it (after T. Gebru and others, "Datasheets for Datasets", 2021).</summary>
internal static class DataSheet
{
    public static string Write(DatasetCard card, IExportFormat format)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {card.Name} ({card.Id})\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{card.Items} images that designers judged, frozen {card.Created:yyyy-MM-dd HH:mm} UTC. ");
        text.Append(CultureInfo.InvariantCulture, $"Form of this export: {format.Description}. Licence: {card.Licence}.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Identity: Merkle root `{card.MerkleRoot}` over the query and every row.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Goes on from: {(card.Parent.Length == 0 ? "nothing" : card.Parent)}.\n");
        text.Append(CultureInfo.InvariantCulture, $"- {card.Judgements} judgements of {card.Raters} raters; {card.Usable} images are usable by consensus.\n");
        text.Append(CultureInfo.InvariantCulture, $"- Query: `{card.QueryJson}`\n\n");

        text.Append("## Parts\n\n| split | images |\n|--|--:|\n");
        foreach (var (split, items) in card.ItemsBySplit)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {split} | {items} |\n");
        }

        text.Append("\nA family of prompts is in one split as a whole, and stays there in every later dataset. The hold-out is not in this dataset.\n");
        text.Append("\n| class | images |\n|--|--:|\n");
        foreach (var (kind, items) in card.ItemsByClass)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {kind} | {items} |\n");
        }

        text.Append("\n## How it was judged\n\nDesigners saw one image at a time, with its prompt and where it will be used, and nothing of the model, of others' judgements or of what a scorer foresaw. ");
        text.Append("`usable_p` is the chance that an image is usable, from all verdicts (Dawid and Skene); `score_*` are scores of 1 to 5 corrected for each rater's bias and noise (ITU-T P.910), with standard error and count. ");
        text.Append("A score that nobody gave is 0.0 with a count of 0: leave those rows out before you average.\n");
        text.Append("\n| agreement (Krippendorff's alpha) | alpha | 95 % | images judged twice or more |\n|--|--:|--|--:|\n");
        foreach (var (what, one) in card.Agreement)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {(one.Alpha is { } alpha ? alpha.ToString("0.00", CultureInfo.InvariantCulture) : "undefined")} | ");
            text.Append(one.Interval is { } interval ? string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.00} to {interval.High:0.00}") : "undefined");
            text.Append(CultureInfo.InvariantCulture, $" | {one.Units} |\n");
        }

        text.Append("\n## What the gates did\n\n| gate | images before | after | remarks |\n|--|--:|--:|--|\n");
        foreach (var gate in card.Gates)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {gate.Gate} | {gate.ItemsBefore} | {gate.ItemsAfter} | {string.Join("; ", gate.Remarks)} |\n");
        }

        text.Append("\n## What to mind\n\n- Most images were chosen by active learning, which prefers hard ones: shares in this dataset are not usable rates. `strategy` and `probability` of each event say how an image came to be asked for.\n");
        text.Append("- Raters are pseudonyms, keyed hashes that cannot be turned back without the server's key. Comments are not exported.\n");
        text.Append("- The images are made by a model and show products and symbols, no persons.\n");
        return text.ToString();
    }
}
