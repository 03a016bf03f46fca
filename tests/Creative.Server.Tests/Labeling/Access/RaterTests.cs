using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;

namespace Creative.Server.Tests.Labeling.Access;

[Collection(SharedLabTests.Name)]
public sealed class RaterTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task Every_problem_of_a_rater_is_told_at_once()
    {
        var wrong = new Rater { Id = "No Spaces", Name = new string('n', 61), Locale = "fr" };
        var fields = await Calls.RefusedFieldsAsync(async () => await _lab.Client.PutRaterAsync(new PutRaterRequest { Rater = wrong }, _lab.Admin));
        Assert.Equal(["rater.id", "rater.name", "rater.role", "rater.locale"], fields);
        Assert.Equal(["rater"], await Calls.RefusedFieldsAsync(async () => await _lab.Client.PutRaterAsync(new PutRaterRequest(), _lab.Admin)));
    }

    [Fact]
    public async Task The_last_admin_cannot_be_switched_off_or_made_a_designer()
    {
        await using var lab = await LabServer.StartAsync();
        var off = new Rater { Id = "admin", Role = RaterRole.Admin, Locale = "en", Disabled = true };
        Assert.Equal(["rater.role"], await Calls.RefusedFieldsAsync(async () => await lab.Client.PutRaterAsync(new PutRaterRequest { Rater = off }, lab.Admin)));

        await lab.RaterAsync("second", RaterRole.Admin);
        Assert.True((await lab.Client.PutRaterAsync(new PutRaterRequest { Rater = off }, lab.Admin)).Rater.Disabled);
    }

    [Fact]
    public async Task Lists_raters_by_id_without_keys()
    {
        await _lab.RaterAsync("zoe");
        await _lab.RaterAsync("amy", RaterRole.Lead);
        var raters = (await _lab.Client.ListRatersAsync(new ListRatersRequest(), _lab.Admin)).Raters;
        Assert.Equal(raters.Select(rater => rater.Id).Order(StringComparer.Ordinal), raters.Select(rater => rater.Id));
        Assert.Equal(RaterRole.Lead, raters.Single(rater => rater.Id == "amy").Role);
    }
}
