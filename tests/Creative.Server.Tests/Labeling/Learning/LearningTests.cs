using Creative.Contract.V1;
using Creative.Core.Imaging;
using Creative.Core.Scenes;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using ImageFormat = Creative.Core.Imaging.ImageFormat;

namespace Creative.Server.Tests.Labeling.Learning;

/// <summary>The scorer learns from what raters say of pictures that differ in one thing: discs are good, bars are not.</summary>
public sealed class LearningTests
{
    private const string Project = "learning";

    [Fact]
    public async Task Foresees_what_raters_would_say_and_goes_on_after_a_restart()
    {
        using var models = LabServer.Embedder();
        using var data = new TemporaryFolder();
        await using (var lab = await LabServer.StartAsync(data: data.Path, models: models.Path))
        {
            await lab.ProjectAsync(Project, items: 0);
            await JudgeAsync(lab, 40);
            await AsksWhatItLacksAsync(lab, 6);
            await lab.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == 40);
        }

        await using var again = await LabServer.StartAsync(data: data.Path, models: models.Path);
        await again.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == 40);
        Assert.Contains(again.Server.Logs.All, line => line.Contains("goes on from 40 judgements", StringComparison.Ordinal));
        var added = await again.AddAsync(Picture(again, 100), Picture(again, 101));
        var items = await LabServer.EventuallyAsync(
            async () => (await again.Client.ListItemsAsync(new ListItemsRequest { Project = Project, PageSize = 2 }, again.Admin)).Items,
            items => items.All(item => item.Foreseen.Count > 0));
        double Usable(string id) => items.Single(item => item.Id == id).Foreseen.Single(one => one.Target == "usable").Value;
        Assert.True(Usable(added[0].ItemId) > 0.6 && Usable(added[1].ItemId) < 0.4, string.Join(' ', items));
        Assert.All(items, item => Assert.Equal(7, item.Foreseen.Count));
    }

    [Fact]
    public async Task Forgets_what_was_taken_back()
    {
        using var models = LabServer.Embedder();
        await using var lab = await LabServer.StartAsync(models: models.Path);
        await lab.ProjectAsync(Project, items: 0);
        var scores = await JudgeAsync(lab, 6);
        await lab.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == 6);
        await lab.StoredAsync(lab.Admin, LabServer.Undo(scores[0]), LabServer.Undo(scores[3]));
        await lab.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == 4);
    }

    /// <summary>With enough judgements the queue has an informative stream, and every choice a chance.</summary>
    private static async Task AsksWhatItLacksAsync(LabServer lab, int count)
    {
        await lab.DashboardAsync(Project, dashboard => dashboard.ScorerJudgements == 40);
        await lab.AddAsync([.. Enumerable.Range(200, 2 * count).Select(n => Picture(lab, n))]);
        await LabServer.EventuallyAsync(
            async () => (await lab.Client.ListItemsAsync(new ListItemsRequest { Project = Project }, lab.Admin)).Items,
            items => items.All(item => item.Foreseen.Count > 0));
        var rater = await lab.RaterAsync("asked");
        var leased = await lab.LeaseAsync(rater, Project, count);
        Assert.Equal(count, leased.Count);
        await lab.StoredAsync(rater, [.. leased.Select(item => new ScoreEvent { EventId = LabServer.NewId(), Kind = EventKind.Skip, Project = Project, ItemId = item.ItemId, LeaseId = item.LeaseId })]);
        var asked = new List<StoredEvent>();
        foreach (var item in leased)
        {
            asked.AddRange((await lab.HistoryAsync(item.ItemId)).Events.Where(one => one.Rater == "asked"));
        }

        Assert.Contains(asked, one => one.Strategy == "informative");
        Assert.All(asked, one => Assert.InRange(one.Probability, double.Epsilon, 1));
    }

    private static async Task<IReadOnlyList<ScoreEvent>> JudgeAsync(LabServer lab, int count)
    {
        var added = await lab.AddAsync([.. Enumerable.Range(0, count).Select(n => Picture(lab, n))]);
        ScoreEvent[] scores = [.. added.Select((item, n) => LabServer.Score(
            Project, new LeasedItem { ItemId = item.ItemId }, n % 2 == 0 ? Verdict.Usable : Verdict.Unusable, shape: n % 2 == 0 ? 5 : 1))];
        await lab.StoredAsync(lab.Admin, scores);
        return scores;
    }

    /// <summary>Even numbers are discs, odd ones are bars; each of a size and colour of its own.</summary>
    private static AddItemsRequest Picture(LabServer lab, int number)
    {
        var (width, height) = (96, 64);
        using var image = PixelImage.Create(new CanvasSize(width, height), 4);
        var radius = 18 + (number / 2 % 10);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (dx, dy) = (x - (width / 2), y - (height / 2));
                if (number % 2 == 0 ? (dx * dx) + (dy * dy) < radius * radius : Math.Abs(dy) < 3 && Math.Abs(dx) < 2 * radius)
                {
                    new byte[] { (byte)(200 + (number % 40)), (byte)(120 + (number % 60)), 30, 255 }.CopyTo(image.Pixels[(((y * width) + x) * 4)..]);
                }
            }
        }

        var file = lab.Server.Services.GetRequiredService<IRasterizer>().Encode(image, ImageFormat.Png, quality: 100);
        return new AddItemsRequest { Project = Project, Image = ByteString.CopyFrom(file), Origin = new ItemOrigin { Prompt = $"gold coin {number}", ElementClass = "gold coin" } };
    }
}
