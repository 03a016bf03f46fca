using Creative.Contract.V1;
using Creative.Server.Labeling.Access;
using Grpc.Core;

namespace Creative.Server.Tests.Labeling.Access;

[Collection(SharedLabTests.Name)]
public sealed class SignInTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task The_first_start_leaves_an_admin_whose_key_only_the_owner_can_read()
    {
        var path = Path.Combine(_lab.Data, "admin.key");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Contains(_lab.Server.Logs.All, line => line.Contains(path, StringComparison.Ordinal));
        Assert.DoesNotContain(_lab.Server.Logs.All, line => line.Contains(_lab.AdminKey, StringComparison.Ordinal));
        var admin = await _lab.Client.SignInAsync(new SignInRequest { Key = _lab.AdminKey });
        Assert.Equal(("admin", RaterRole.Admin), (admin.Id, admin.Role));
    }

    [Fact]
    public async Task A_key_is_43_characters_and_on_the_disk_only_as_a_hash()
    {
        var put = await _lab.Client.PutRaterAsync(new PutRaterRequest { Rater = new Rater { Id = "hashed", Role = RaterRole.Designer, Locale = "zh-CN" } }, _lab.Admin);
        Assert.Equal(43, put.Key.Length);
        Assert.Equal("hashed", (await _lab.Client.SignInAsync(new SignInRequest { Key = put.Key })).Id);
        foreach (var file in Directory.EnumerateFiles(_lab.Data, "creative.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(put.Key, await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Nobody_gets_in_with_a_wrong_key(string key)
    {
        var signIn = await Assert.ThrowsAsync<RpcException>(async () => await _lab.Client.SignInAsync(new SignInRequest { Key = key }));
        var call = await Assert.ThrowsAsync<RpcException>(async () => await _lab.Client.ListProjectsAsync(new ListProjectsRequest(), LabServer.Headers(key)));
        Assert.Equal((StatusCode.Unauthenticated, StatusCode.Unauthenticated), (signIn.StatusCode, call.StatusCode));
    }

    [Fact]
    public async Task A_call_without_any_key_ends_unauthenticated_streams_too()
    {
        using var added = _lab.Client.AddItems();
        var stream = await Assert.ThrowsAsync<RpcException>(() => added.ResponseStream.MoveNext(CancellationToken.None));
        using var download = _lab.Client.DownloadItem(new DownloadItemRequest { ItemId = "x" });
        var file = await Assert.ThrowsAsync<RpcException>(() => download.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal((StatusCode.Unauthenticated, StatusCode.Unauthenticated), (stream.StatusCode, file.StatusCode));
    }

    [Fact]
    public async Task A_switched_off_rater_is_out_at_once_and_a_new_key_ends_the_old_one()
    {
        var rater = await _lab.RaterAsync("leaver");
        var row = new Rater { Id = "leaver", Name = "leaver", Role = RaterRole.Designer, Locale = "en" };
        var renewed = await _lab.Client.PutRaterAsync(new PutRaterRequest { Rater = row, NewKey = true }, _lab.Admin);
        await Assert.ThrowsAsync<RpcException>(async () => await _lab.Client.ListProjectsAsync(new ListProjectsRequest(), rater));
        await _lab.Client.ListProjectsAsync(new ListProjectsRequest(), LabServer.Headers(renewed.Key));

        row.Disabled = true;
        Assert.Empty((await _lab.Client.PutRaterAsync(new PutRaterRequest { Rater = row }, _lab.Admin)).Key);
        await Assert.ThrowsAsync<RpcException>(async () => await _lab.Client.ListProjectsAsync(new ListProjectsRequest(), LabServer.Headers(renewed.Key)));
    }

    [Fact]
    public void Every_call_says_who_may_make_it() =>
        Assert.Equal(LabelingService.Descriptor.Methods.Select(method => method.Name).Order(), Permissions.LeastRoles.Keys.Order());

    [Fact]
    public async Task Designers_may_not_lead_and_leads_may_not_administer()
    {
        var designer = await _lab.RaterAsync("only-designer");
        var lead = await _lab.RaterAsync("only-lead", RaterRole.Lead);
        await DeniedAsync(async () => await _lab.Client.ListItemsAsync(new ListItemsRequest { Project = "none" }, designer));
        await DeniedAsync(async () => await _lab.Client.GetItemAsync(new GetItemRequest { Id = "none" }, designer));
        await DeniedAsync(async () => await _lab.Client.GetDashboardAsync(new GetDashboardRequest { Project = "none" }, designer));
        await DeniedAsync(async () => await _lab.Client.ListRatersAsync(new ListRatersRequest(), designer));
        await DeniedAsync(async () => await _lab.Client.PutProjectAsync(new PutProjectRequest(), designer));
        await DeniedAsync(async () => await _lab.Client.VerifyEventsAsync(new VerifyEventsRequest(), designer));
        await DeniedAsync(async () => await _lab.Client.PutRaterAsync(new PutRaterRequest(), lead));
        await _lab.Client.ListRatersAsync(new ListRatersRequest(), lead);
    }

    private static async Task DeniedAsync(Func<Task> call) =>
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
}
