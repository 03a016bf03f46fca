using Creative.Contract.V1;
using Creative.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Creative.Server.Tests.Labeling.Events;

/// <summary>What happens to who changes the past.</summary>
public sealed class ChainTests
{
    [Fact]
    public async Task An_untouched_chain_holds_and_grows()
    {
        await using var lab = await LabServer.StartAsync();
        Assert.Equal((0, true, new string('0', 64)), Figures(await VerifyAsync(lab)));
        await JudgeAsync(lab, "first", 3);
        var three = await VerifyAsync(lab);
        await JudgeAsync(lab, "second", 2);
        var five = await VerifyAsync(lab);
        Assert.Equal((3, true, 5, true), (three.Events, three.Intact, five.Events, five.Intact));
        Assert.NotEqual(three.Head, five.Head);
    }

    [Theory]
    [InlineData("UPDATE events SET Content = X'0A' WHERE Ordinal = 3", 3)]
    [InlineData("UPDATE events SET Rater = 'other' WHERE Ordinal = 2", 2)]
    [InlineData("UPDATE events SET Probability = 0.5 WHERE Ordinal = 4", 4)]
    [InlineData("UPDATE events SET StoredAt = StoredAt + 1 WHERE Ordinal = 1", 1)]
    [InlineData("DELETE FROM events WHERE Ordinal = 3", 3)]
    [InlineData("UPDATE events SET Hash = X'00' WHERE Ordinal = 2", 2)]
    public async Task A_changed_or_missing_event_is_found(string tampering, long expected)
    {
        await using var lab = await LabServer.StartAsync();
        await JudgeAsync(lab, "tampered", 5);
        await using (var db = await lab.Server.Services.GetRequiredService<IDbContextFactory<CreativeDb>>().CreateDbContextAsync())
        {
            Assert.Equal(1, await db.Database.ExecuteSqlRawAsync(tampering));
        }

        var verdict = await VerifyAsync(lab);
        Assert.Equal((false, expected), (verdict.Intact, verdict.BrokenAt));
    }

    private static (long, bool, string) Figures(VerifyEventsResponse response) => (response.Events, response.Intact, response.Head);

    private static async Task<VerifyEventsResponse> VerifyAsync(LabServer lab) => await lab.Client.VerifyEventsAsync(new VerifyEventsRequest(), lab.Admin);

    private static async Task JudgeAsync(LabServer lab, string project, int count)
    {
        await lab.ProjectAsync(project, count);
        var items = await lab.LeaseAsync(lab.Admin, project, count);
        await lab.StoredAsync(lab.Admin, [.. items.Select(item => LabServer.Score(project, item))]);
    }
}
