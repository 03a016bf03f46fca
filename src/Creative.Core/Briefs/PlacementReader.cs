using System.Collections.Immutable;
using Creative.Core.Imaging;
using Creative.Core.Placements;

namespace Creative.Core.Briefs;

/// <summary>Turns the placements of a brief into slots of the catalogue or of one's own.</summary>
internal static class PlacementReader
{
    private const int AtMost = 200;

    /// <summary>Share of each side that a safe area has to leave.</summary>
    private const double LeastRoom = 0.25;

    public static ImmutableArray<Placement> Read(
        IReadOnlyList<PlacementDraft> drafts, PlacementCatalog catalog, ICollection<FieldProblem> problems)
    {
        if (drafts.Count is 0 or > AtMost)
        {
            problems.Add(new FieldProblem("brief.placements", $"has {drafts.Count} entries; 1 to {AtMost} are allowed"));
            return [];
        }

        var placements = ImmutableArray.CreateBuilder<Placement>(drafts.Count);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            var field = $"brief.placements[{i}]";
            if (One(drafts[i], field, catalog, problems) is not { } placement)
            {
                continue;
            }

            if (!first.TryAdd(placement.Id, i))
            {
                problems.Add(new FieldProblem(field, $"'{placement.Id}' is there already, at brief.placements[{first[placement.Id]}]"));
                continue;
            }

            placements.Add(placement);
        }

        return placements.DrainToImmutable();
    }

    private static Placement? One(PlacementDraft draft, string field, PlacementCatalog catalog, ICollection<FieldProblem> problems)
    {
        if (draft is { Custom: { } custom, Id: null or "" })
        {
            return Custom(custom, $"{field}.custom", problems);
        }

        if (draft.Custom is not null || string.IsNullOrEmpty(draft.Id))
        {
            problems.Add(new FieldProblem(field, "needs either an id of the catalogue or a custom size"));
            return null;
        }

        var known = catalog.Find(draft.Id);
        if (known is null)
        {
            problems.Add(new FieldProblem(
                $"{field}.id",
                $"'{Excerpt(draft.Id)}' is not in the catalogue; BrandService.ListPlacements lists it, and a size of your own goes into custom"));
        }

        return known;
    }

    private static Placement? Custom(CustomPlacementDraft draft, string field, ICollection<FieldProblem> problems)
    {
        var found = new List<FieldProblem>();
        InRange(draft.Width, PlacementCatalog.CustomWidth, $"{field}.width", found);
        InRange(draft.Height, PlacementCatalog.CustomHeight, $"{field}.height", found);
        if (draft.MaxBytes != 0 && draft.MaxBytes < PlacementCatalog.LeastMaxBytes)
        {
            var message = $"is {draft.MaxBytes}; at least {PlacementCatalog.LeastMaxBytes} bytes, or 0 for no cap";
            found.Add(new FieldProblem($"{field}.max_bytes", message));
        }

        for (var i = 0; i < draft.Formats.Count; i++)
        {
            if (!Enum.IsDefined((ImageFormat)draft.Formats[i]))
            {
                found.Add(new FieldProblem($"{field}.formats[{i}]", $"{draft.Formats[i]} is not JPEG (1), PNG (2), WebP (3) or AVIF (4)"));
            }
        }

        var safe = draft.SafeArea ?? Insets.None;
        NotNegative(safe, $"{field}.safe_area", found);
        if (found.Count == 0)
        {
            LeavesRoom(safe.Left + safe.Right, draft.Width, "left and right", $"{field}.safe_area", found);
            LeavesRoom(safe.Top + safe.Bottom, draft.Height, "top and bottom", $"{field}.safe_area", found);
        }

        foreach (var problem in found)
        {
            problems.Add(problem);
        }

        return found.Count > 0
            ? null
            : PlacementCatalog.Custom(
                new CanvasSize(draft.Width, draft.Height),
                draft.MaxBytes == 0 ? null : draft.MaxBytes,
                [.. draft.Formats.Select(format => (ImageFormat)format).Distinct()],
                safe);
    }

    private static void InRange(int pixels, (int Min, int Max) range, string field, List<FieldProblem> problems)
    {
        if (pixels < range.Min || pixels > range.Max)
        {
            problems.Add(new FieldProblem(field, $"is {pixels}; {range.Min} to {range.Max} pixels are allowed"));
        }
    }

    private static void NotNegative(Insets safe, string field, List<FieldProblem> problems)
    {
        foreach (var (edge, pixels) in new[] { ("top", safe.Top), ("right", safe.Right), ("bottom", safe.Bottom), ("left", safe.Left) })
        {
            if (!double.IsFinite(pixels) || pixels < 0)
            {
                problems.Add(new FieldProblem($"{field}.{edge}", $"is {pixels}; pixels, at least 0"));
            }
        }
    }

    private static void LeavesRoom(double taken, int side, string edges, string field, List<FieldProblem> problems)
    {
        if (side - taken < LeastRoom * side)
        {
            problems.Add(new FieldProblem(field, $"{edges} take {taken} of {side} pixels; a quarter of the side has to stay free"));
        }
    }

    private static string Excerpt(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
