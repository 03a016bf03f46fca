using System.CommandLine;
using System.Globalization;
using Creative.Cli.Reading;
using Creative.Contract.V1;
using Option = System.CommandLine.Option;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace Creative.Cli.Commands;

/// <summary>What a snapshot is asked for by: options, or a file for all that they cannot say.</summary>
internal static class SnapshotOptions
{
    private const long LargestFile = 1 << 20;

    private static readonly Option<string> Name = new("--name") { Description = "What people call it.", Required = true };
    private static readonly Option<string?> Query = new("--query") { Description = "Proto3 JSON of creative.v1.TakeSnapshotRequest to start from; options go before it.", HelpName = "FILE" };
    private static readonly Option<string[]> Projects = Several("--project", "A project to take from; may be repeated.");
    private static readonly Option<string[]> Classes = Several("--class", "Only this element class; may be repeated.");
    private static readonly Option<string[]> Versions = Several("--model-version", "Only what this version of a model painted; may be repeated.");
    private static readonly Option<string?> Verdict = new("--verdict") { Description = "Only what is usable, or unusable, by consensus." };
    private static readonly Option<string?> From = new("--from") { Description = "Only judgements from then on, such as 2026-11-22T09:00Z." };
    private static readonly Option<string?> Before = new("--before") { Description = "Only judgements before then." };
    private static readonly Option<string[]> Scores = Several("--score", "Only corrected scores in a range, such as hue=3.5..5; may be repeated.");
    private static readonly Option<int?> MinRaters = new("--min-raters") { Description = "Judgements by different raters that an item needs." };
    private static readonly Option<double?> Validation = new("--validation") { Description = "Share of the families for validation, 0 to 0.5." };
    private static readonly Option<double?> HoldOut = new("--hold-out") { Description = "Share of the families that are kept apart, 0 to 0.5." };
    private static readonly Option<string[]> HoldOutProjects = Several("--hold-out-project", "Nothing that looks like an item of this project gets in; may be repeated.");
    private static readonly Option<string[]> HoldOutFamilies = Several("--hold-out-family", "This family is kept apart; may be repeated.");
    private static readonly Option<double?> MinGold = new("--min-gold") { Description = "Raters who surely pass fewer gold items are left out, 0 to 1." };
    private static readonly Option<double?> MinAgreement = new("--min-agreement") { Description = "Dimensions with a lower alpha are left out, -1 to 1." };
    private static readonly Option<int?> MinPerClass = new("--min-per-class") { Description = "Classes with fewer items are left out." };
    private static readonly Option<int?> Bits = new("--near-duplicate-bits") { Description = "Bits of 64 in which images that pass for one may differ, 0 to 16; default 6." };
    private static readonly Option<string[]> Strict = Several("--strict", "A gate that refuses instead of dropping: gold, agreement, raters, near_duplicates, hold_out or items_per_class; may be repeated.");
    private static readonly Option<string?> Licence = new("--licence") { Description = "SPDX expression or plain words; default proprietary." };
    private static readonly Option<string?> Parent = new("--parent") { Description = "The dataset that this one goes on from." };

    static SnapshotOptions() => Verdict.AcceptOnlyFromAmong("usable", "unusable");

    public static void AddTo(Command command)
    {
        Option[] all =
        [
            Name, Query, Projects, Classes, Versions, Verdict, From, Before, Scores, MinRaters, Validation, HoldOut, HoldOutProjects, HoldOutFamilies,
            MinGold, MinAgreement, MinPerClass, Bits, Strict, Licence, Parent,
        ];
        foreach (var option in all)
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="CliException">A time or a range is not one, or the file does not fit.</exception>
    public static TakeSnapshotRequest Read(ParseResult parsed)
    {
        var request = parsed.GetValue(Query) is { } file ? InputFile.Parse<TakeSnapshotRequest>(InputFile.Read(file, LargestFile), file, "request") : new TakeSnapshotRequest();
        request.Name = parsed.GetRequiredValue(Name);
        request.Licence = parsed.GetValue(Licence) ?? request.Licence;
        request.Parent = parsed.GetValue(Parent) ?? request.Parent;
        request.Query ??= new DatasetQuery();
        request.Gates ??= new DatasetGates();
        ReadQuery(parsed, request.Query);
        ReadGates(parsed, request.Gates);
        return request;
    }

    private static void ReadQuery(ParseResult parsed, DatasetQuery query)
    {
        query.Projects.AddRange(parsed.GetValue(Projects));
        query.ElementClasses.AddRange(parsed.GetValue(Classes));
        query.ModelVersions.AddRange(parsed.GetValue(Versions));
        query.HoldOutProjects.AddRange(parsed.GetValue(HoldOutProjects));
        query.HoldOutFamilies.AddRange(parsed.GetValue(HoldOutFamilies));
        query.Scores.AddRange((parsed.GetValue(Scores) ?? []).Select(Range));
        query.Verdict = parsed.GetValue(Verdict) is { } verdict ? Enum.Parse<Verdict>(verdict, ignoreCase: true) : query.Verdict;
        query.From = parsed.GetValue(From) is { } from ? Time("--from", from) : query.From;
        query.Before = parsed.GetValue(Before) is { } before ? Time("--before", before) : query.Before;
        query.MinRaters = parsed.GetValue(MinRaters) ?? query.MinRaters;
        query.ValidationShare = parsed.GetValue(Validation) ?? query.ValidationShare;
        query.HoldOutShare = parsed.GetValue(HoldOut) ?? query.HoldOutShare;
    }

    private static void ReadGates(ParseResult parsed, DatasetGates gates)
    {
        gates.MinGoldPassRate = parsed.GetValue(MinGold) ?? gates.MinGoldPassRate;
        gates.MinItemsPerClass = parsed.GetValue(MinPerClass) ?? gates.MinItemsPerClass;
        gates.Strict.AddRange(parsed.GetValue(Strict));
        if (parsed.GetValue(MinAgreement) is { } agreement)
        {
            gates.MinAgreement = agreement;
        }

        if (parsed.GetValue(Bits) is { } bits)
        {
            gates.NearDuplicateBits = bits;
        }
    }

    private static Timestamp Time(string option, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Timestamp.FromDateTimeOffset(time)
            : throw CliException.BadInput("A time is not understood.", new Problem(option, $"'{text}' is not of the form 2026-11-22T09:00Z"));

    private static ScoreRange Range(string text)
    {
        var parts = text.Split('=', 2);
        var ends = parts.ElementAtOrDefault(1)?.Split("..", 2) ?? [];
        return ends.Length == 2 && Number(ends[0], out var min) && Number(ends[1], out var max)
            ? new ScoreRange { Dimension = parts[0], Min = min, Max = max }
            : throw CliException.BadInput("A range of scores is not understood.", new Problem("--score", $"'{text}' is not of the form hue=3.5..5"));
    }

    private static bool Number(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static Option<string[]> Several(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => [] };
}
