using Creative.Contract.V1;

namespace Creative.Server.Tests.Labeling.Queue;

/// <summary>What depends on the clock, which these tests set.</summary>
public sealed class TimeTests
{
    private readonly SetClock _clock = new();

    [Fact]
    public async Task A_lease_that_ran_out_goes_to_another_and_the_late_answer_is_still_stored()
    {
        await using var lab = await LabServer.StartAsync(_clock);
        await lab.ProjectAsync("late", items: 1, with: project => project.LeaseSeconds = 60);
        var (slow, quick) = (await lab.RaterAsync("slow"), await lab.RaterAsync("quick"));
        var first = Assert.Single(await lab.LeaseAsync(slow, "late", 1));
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(await lab.LeaseAsync(quick, "late", 1));
        _clock.Advance(TimeSpan.FromSeconds(2));
        var second = Assert.Single(await lab.LeaseAsync(quick, "late", 1));
        Assert.Equal(first.ItemId, second.ItemId);
        Assert.NotEqual(first.LeaseId, second.LeaseId);

        await lab.StoredAsync(slow, LabServer.Score("late", first));
        await lab.StoredAsync(quick, LabServer.Score("late", second, Verdict.Unusable));
        Assert.Equal(["slow", "quick"], (await lab.HistoryAsync(first.ItemId)).Events.Select(one => one.Rater));
    }

    [Fact]
    public async Task After_half_an_hour_of_work_there_is_a_break_of_five_minutes()
    {
        await using var lab = await LabServer.StartAsync(_clock);
        await lab.ProjectAsync("working", items: 40);
        var rater = await lab.RaterAsync("worker");
        var items = await lab.LeaseAsync(rater, "working", 20);
        for (var i = 0; i < 16; i++)
        {
            await lab.StoredAsync(rater, LabServer.Score("working", items[i]));
            _clock.Advance(TimeSpan.FromMinutes(2));
        }

        var progress = await lab.Client.GetProgressAsync(new GetProgressRequest { Project = "working" }, rater);
        Assert.Equal((16, 16, 1800), (progress.Judged, progress.JudgedToday, progress.SecondsSinceBreak));
        var refused = await lab.Client.LeaseItemsAsync(new LeaseItemsRequest { Project = "working", Count = 1 }, rater);
        Assert.Equal(("break", 0), (refused.Reason, refused.Items.Count));
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromMinutes(3), refused.BreakUntil.ToDateTimeOffset());

        // What is on the screen already is still taken.
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Single(await lab.LeaseAsync(rater, "working", 1));
    }

    [Fact]
    public async Task Leases_and_breaks_survive_a_restart()
    {
        using var data = new Hosting.TemporaryFolder();
        string key;
        LeasedItem item;
        await using (var lab = await LabServer.StartAsync(_clock, data.Path))
        {
            await lab.ProjectAsync("kept", items: 1, with: project => project.LeaseSeconds = 600);
            key = lab.AdminKey;
            item = Assert.Single(await lab.LeaseAsync(lab.Admin, "kept", 1));
        }

        await using var again = await LabServer.StartAsync(_clock, data.Path);
        Assert.Equal(key, again.AdminKey);
        Assert.Empty(await again.LeaseAsync(await again.RaterAsync("newcomer"), "kept", 1));
        await again.StoredAsync(again.Admin, LabServer.Score("kept", item));
    }
}
