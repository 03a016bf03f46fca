using System.Globalization;
using Creative.Contract.V1;
using Creative.Labeling.Tests.Hosting;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Labeling.Tests.Showcase;

/// <summary>A workplace after two weeks of scripted work: three versions of a model, each better than the one before, and six raters of different care.</summary>
internal static class TwoWeeks
{
    /// <summary>Worked examples in the project.</summary>
    public const int Examples = 3;

    private const int Days = 14;
    private const int ItemsPerVersion = 60;
    private const int LeasesPerDay = 8;
    private static readonly string[] Versions = ["1.0.0", "1.1.0", "2.0.0"];
    private static readonly string[] Classes = ["coin", "gift box", "packet"];

    private static readonly ScriptedRater[] Raters =
    [
        new("chen-yu", "陈宇", 0.1, 0.3), new("lin-mei", "林梅", -0.2, 0.35), new("maria", "Maria", 0, 0.25),
        new("oskar", "Oskar", 0.6, 0.4), new("wang-lei", "王磊", -0.1, 1.2), new("zhao-xin", "赵欣", 0.05, 0.3),
    ];

    /// <param name="painted">Paints the images with the model instead of drawing them: slower, for the documentation.</param>
    /// <returns>The place, and the keys of a designer who took part and of an admin.</returns>
    public static async Task<(Workplace Place, string Designer, string Lead)> BuildAsync(bool painted)
    {
        var clock = new DayClock(DateTimeOffset.Parse("2026-11-08T09:00:00Z", CultureInfo.InvariantCulture));
        var place = await Workplace.StartAsync(clock, painted ? Path.Combine(Repository.Root, "models") : null);
        await place.PutProjectAsync(project =>
        {
            project.JudgementsPerItem = 3;
            project.Mix = new QueueMix { Informative = 0.4, Random = 0.3, Gold = 0.1, Repeats = 0.05, Relabel = 0.15 };
        });
        var images = painted ? await PaintAsync(place) : [.. Enumerable.Range(0, 24).Select(seed => Pictures.Png(seed))];
        await place.AddItemsAsync(Items(images));
        var keys = await WorkAsync(place, clock);
        await KeepRoundsAsync(place);
        return (place, keys[Raters[0].Id], await place.AddRaterAsync("lead", RaterRole.Admin));
    }

    // One round for each version; the third was not good enough.
    private static async Task KeepRoundsAsync(Workplace place)
    {
        (string Version, double Rate, bool Promoted)[] rounds = [("1.0.0", 0.62, false), ("1.1.0", 0.78, true), ("2.0.0", 0.9, true), ("2.0.1", 0.9, false)];
        foreach (var (number, (version, rate, promoted)) in rounds.Index())
        {
            await place.Datasets.PutRoundAsync(
                new PutRoundRequest
                {
                    Round = new Round
                    {
                        Series = "coins", Number = number, Project = Workplace.Project, Shown = number * 60, Judged = number * 210, Exported = number * 55,
                        Training = number == 0 ? "" : "filtered fine-tuning, 4 minutes", ModelId = "elements-mini", ModelVersion = version,
                        Comparison = number == 0 ? "" : promoted ? "Better, and nothing worse by more than its margin." : "Not surely better.", Promoted = promoted,
                        UsableRate = new Estimate { Value = rate, Low = rate - 0.06, High = rate + 0.05, Count = 180 }, Minutes = number * 3.5,
                    },
                },
                place.As(place.AdminKey));
        }
    }

    private static async Task<byte[][]> PaintAsync(Workplace place)
    {
        string[] prompts = ["glossy gold coin, yuan sign, front view, warm light", "glossy red gift box, single bow, three-quarter view, warm light", "matte red packet, with coins, front view, warm light"];
        await place.Client.PutProjectAsync(new PutProjectRequest { Project = new Project { Id = "painting", Name = "Painting", ItemKind = "element", Closed = true } }, place.As(place.AdminKey));
        var images = new List<byte[]>();
        using var painting = place.Client.PaintItems(new PaintItemsRequest { Project = "painting", Prompts = { prompts }, FirstSeed = 1, SeedsPerPrompt = 12 }, place.As(place.AdminKey));
        await foreach (var made in painting.ResponseStream.ReadAllAsync())
        {
            using var file = new MemoryStream();
            using var download = place.Client.DownloadItem(new DownloadItemRequest { ItemId = made.ItemId }, place.As(place.AdminKey));
            await foreach (var chunk in download.ResponseStream.ReadAllAsync())
            {
                chunk.Data.WriteTo(file);
            }

            images.Add(file.ToArray());
        }

        // One of each class in turn.
        return [.. Enumerable.Range(0, images.Count).Select(i => images[i % prompts.Length * 12 + i / prompts.Length])];
    }

    private static List<AddItemsRequest> Items(byte[][] images)
    {
        var items = Versions.SelectMany((version, v) => Enumerable.Range(0, ItemsPerVersion).Select(n => Item(images[n % images.Length], version, n, v))).ToList();
        foreach (var (i, item) in items.Index())
        {
            var better = Quality(item.Origin.Prompt) > 0.5;
            var answer = new KnownAnswer { Verdict = better ? Verdict.Usable : Verdict.Unusable, Scores = { ["shape"] = better ? 5 : 2, ["perspective"] = better ? 4 : 3 }, Tolerance = 1 };
            answer.Reason = new LocalText { ByLocale = { ["en"] = better ? "The outline is whole and the light comes from one side." : "The rim melts into the ground on the left.", ["zh-CN"] = better ? "轮廓完整，光源一致。" : "左侧边缘与背景融在一起。" } };
            item.Gold = i % 20 == 7 ? answer : null;
            item.Example = i % ItemsPerVersion == 3 ? answer : null;
        }

        return items;
    }

    private static AddItemsRequest Item(byte[] image, string version, int n, int v) => new()
    {
        Project = Workplace.Project,
        Image = ByteString.CopyFrom(image),
        Origin = new ItemOrigin
        {
            Prompt = $"{new[] { "glossy gold coin, yuan sign", "glossy red gift box, single bow", "matte red packet, with coins" }[n % 3]}, take {1 + n / 3 + v * 20}",
            Seed = (ulong)(n + v * 1000),
            ModelId = "elements-mini",
            ModelVersion = version,
            ElementClass = Classes[n % 3],
            Usage = "Savings campaign, banner 1200 × 628",
        },
    };

    // The later the take, the better: versions rise. The last digits make the difference within one.
    private static double Quality(string prompt)
    {
        var take = int.Parse(prompt[(prompt.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
        return Math.Clamp(0.2 + 0.22 * ((take - 1) / 20) + (take * 37 % 20 - 8) / 28.0, 0, 1);
    }

    private static async Task<Dictionary<string, string>> WorkAsync(Workplace place, DayClock clock)
    {
        var chance = new Random(20261122);
        var dimensions = (await place.Client.ListDimensionsAsync(new ListDimensionsRequest(), place.As(place.AdminKey))).Dimensions;
        var keys = new Dictionary<string, string>();
        foreach (var rater in Raters)
        {
            keys[rater.Id] = (await place.Client.PutRaterAsync(new PutRaterRequest { Rater = new Rater { Id = rater.Id, Name = rater.Name, Role = RaterRole.Designer, Locale = "zh-CN" } }, place.As(place.AdminKey))).Key;
        }

        for (var day = 0; day < Days; day++)
        {
            foreach (var rater in Raters.Where((_, i) => (day + i) % 5 != 0))
            {
                var leased = await place.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = Workplace.Project, Count = LeasesPerDay + day % 4 }, rater.Headers(keys[rater.Id]));
                var submit = new SubmitRequest();
                foreach (var item in leased.Items)
                {
                    clock.Advance(TimeSpan.FromSeconds(6));
                    submit.Events.Add(rater.Judge(item, dimensions, Quality, chance, clock.GetUtcNow(), Workplace.Project));
                }

                var answers = submit.Events.Count == 0 ? [] : (await place.Client.SubmitAsync(submit, rater.Headers(keys[rater.Id]))).Results;
                Assert.All(answers, answer => Assert.Equal(SubmitState.Stored, answer.State));
            }

            clock.Advance(TimeSpan.FromDays(1));
        }

        return keys;
    }
}
