using System.Security.Cryptography;
using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class RenderTests(SharedServer shared)
{
    private readonly AssetService.AssetServiceClient _assets = shared.Server.Assets;

    [Fact]
    public async Task Streams_progress_then_each_asset_then_a_summary()
    {
        var request = Given.Request();
        request.Options.Previews = true;
        request.Options.PreviewSize = 48;
        request.Brief.Seed = 1801;
        var events = await _assets.Render(request).AllAsync();

        var progress = events.Where(one => one.Progress is not null).Select(one => one.Progress).ToList();
        Assert.All(events, one => Assert.Equal(events[0].RenderId, one.RenderId));
        Assert.Equal(progress.Select(one => one.Fraction).Order(), progress.Select(one => one.Fraction));
        Assert.All(progress, one => Assert.InRange(one.Step, 1, one.Steps));
        Assert.Equal(progress.Select(one => one.Stage).Order(), progress.Select(one => one.Stage));
        Assert.Contains(progress, one => one.Stage == RenderStage.Elements && one.Detail.Length > 0 && IsPng(one.PreviewPng.ToByteArray()));

        var kept = events.Where(one => one.Progress is null).ToList();
        Assert.Equal(Enumerable.Range(1, kept.Count).Select(n => (long)n), kept.Select(one => one.Sequence));
        var summary = kept[^1].Summary;
        Assert.Equal((RenderState.Succeeded, 2), (summary.State, summary.Delivered + summary.Refused));
        Assert.Equal(summary.Delivered, kept.Count(one => one.Asset is not null));
        Assert.True(summary.Delivered > 0, string.Join("; ", kept.Select(one => one.Refusal?.Reason)));
    }

    [Fact]
    public async Task Delivers_a_file_that_is_what_its_record_says()
    {
        var asset = await OneAssetAsync(1802);
        var file = await _assets.DownloadAsync(asset.Id);
        Assert.Equal(asset.ByteSize, file.Length);
        Assert.Equal(asset.Sha256, Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.Equal((1200, 628, ImageFormat.Jpeg), (asset.Width, asset.Height, asset.Format));
        Assert.Equal([0xFF, 0xD8, 0xFF], file[..3]);
        Assert.Equal(asset, await _assets.GetAssetAsync(new GetAssetRequest { Id = asset.Id }));
    }

    [Fact]
    public async Task Reports_the_checks_and_all_that_made_the_asset()
    {
        var asset = await OneAssetAsync(1803);
        Assert.NotEmpty(asset.Report.Checks);
        Assert.DoesNotContain(asset.Report.Checks, check => check is { Hard: true, Passed: false });
        Assert.NotEmpty(asset.Report.Reasons);
        Assert.Contains(asset.Provenance.Models, model => model.Id == "elements-mini" && model.Sha256.Length == 64);
        Assert.Contains(asset.Provenance.Models, model => model.Id == "layout-mini");
        Assert.All(asset.Provenance.Elements, element => Assert.True(element is { Steps: 2, Candidates: 1 } && element.Prompt.Length > 0));
        Assert.Contains(asset.Provenance.Layout, box => box.Role == "headline");
        Assert.Equal("1200x628", asset.Placement);
        var brief = Google.Protobuf.JsonParser.Default.Parse<Brief>(asset.Provenance.BriefJson);
        Assert.Equal((1, 1803UL), (brief.Placements.Count, brief.Seed));
    }

    [Fact]
    public async Task Makes_the_same_files_from_the_same_brief()
    {
        var first = await OneAssetAsync(1804);
        var again = Given.Request(Given.Size(300, 250), Given.Size(1200, 628));
        again.Brief.Seed = 1804;
        again.Brief.Variants = 2;
        var among = (await _assets.Render(again).AllAsync()).Where(one => one.Asset is not null).Select(one => one.Asset).ToList();
        var same = among.Single(asset => asset is { Placement: "1200x628", Variant: 0 });
        Assert.Equal((first.Id, first.Sha256), (same.Id, same.Sha256));
        Assert.Equal(first.RenderId, same.RenderId);
    }

    [Fact]
    public async Task Replays_an_asset_to_the_same_bytes()
    {
        var asset = await OneAssetAsync(1805);
        var replay = await _assets.ReplayAssetAsync(new ReplayAssetRequest { Id = asset.Id });
        Assert.Equal((true, asset.Sha256, asset.Sha256), (replay.Identical, replay.OriginalSha256, replay.ReplayedSha256));
    }

    [Fact]
    public async Task Gives_the_same_render_for_the_same_request_id()
    {
        var request = Given.Request(Given.Size(300, 250));
        request.RequestId = "order-18.a:b_c";
        var first = await _assets.StartRenderAsync(request);
        var events = await _assets.Render(request).AllAsync();
        request.Options.Previews = true;
        var third = await _assets.StartRenderAsync(request);
        Assert.Equal(first.Id, events[^1].RenderId);
        Assert.Equal((first.Id, RenderState.Succeeded), (third.Id, third.State));
    }

    [Fact]
    public async Task Refuses_a_request_id_that_belongs_to_another_brief()
    {
        var request = Given.Request(Given.Size(300, 250));
        request.RequestId = "order-19";
        var first = await _assets.StartRenderAsync(request);
        request.Brief.Copy.Headline = "冬日暖心礼";
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _assets.StartRenderAsync(request));
        Assert.Equal(StatusCode.AlreadyExists, error.StatusCode);
        Assert.Equal(first.Id, error.Detail<Google.Rpc.ErrorInfo>().Metadata["render_id"]);
        Assert.Equal("request_id", Assert.Single(error.Detail<Google.Rpc.BadRequest>().FieldViolations).Field);
    }

    [Fact]
    public async Task Accepts_two_at_once_with_one_request_id_as_one_render()
    {
        var request = Given.Request(Given.Size(300, 250));
        request.RequestId = "order-20";
        var jobs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _assets.StartRenderAsync(request).ResponseAsync));
        Assert.Single(jobs.Select(job => job.Id).Distinct());
    }

    [Fact]
    public async Task Tells_a_watcher_who_comes_late_everything()
    {
        var request = Given.Request(Given.Size(300, 250), Given.Size(320, 50), Given.Size(160, 600));
        var job = await _assets.StartRenderAsync(request);
        var whole = await _assets.WatchRender(new WatchRenderRequest { Id = job.Id }).AllAsync();
        var kept = whole.Where(one => one.Sequence > 0).ToList();
        Assert.Equal([1L, 2, 3, 4], kept.Select(one => one.Sequence));

        var rest = await _assets.WatchRender(new WatchRenderRequest { Id = job.Id, AfterSequence = 2 }).AllAsync();
        Assert.Equal(kept.Skip(2), rest.Where(one => one.Sequence > 0));
        Assert.Empty(await _assets.WatchRender(new WatchRenderRequest { Id = job.Id, AfterSequence = 4 }).AllAsync());

        var ended = await _assets.GetRenderAsync(new GetRenderRequest { Id = job.Id });
        Assert.Equal((RenderState.Succeeded, 1.0, 3), (ended.State, ended.Fraction, ended.AssetIds.Count + ended.Refusals.Count));
        Assert.Equal(request.Brief, ended.Brief);
        Assert.Equal(kept[^1].Summary, ended.Summary);
    }

    [Theory]
    [InlineData("no-such-id")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    public async Task Knows_no_other_ids(string id)
    {
        var calls = new Func<Task>[]
        {
            async () => await _assets.GetRenderAsync(new GetRenderRequest { Id = id }),
            async () => await _assets.CancelRenderAsync(new CancelRenderRequest { Id = id }),
            async () => await _assets.WatchRender(new WatchRenderRequest { Id = id }).AllAsync(),
            async () => await _assets.GetAssetAsync(new GetAssetRequest { Id = id }),
            async () => await _assets.ReplayAssetAsync(new ReplayAssetRequest { Id = id }),
            async () => await _assets.DownloadAsync(id),
        };
        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<RpcException>(call);
            Assert.Equal(StatusCode.NotFound, error.StatusCode);
            Assert.Equal(id, error.Detail<Google.Rpc.ResourceInfo>().ResourceName);
        }
    }

    private async Task<Asset> OneAssetAsync(ulong seed)
    {
        var request = Given.Request(Given.Size(1200, 628));
        request.Brief.Seed = seed;
        var events = await _assets.Render(request).AllAsync();
        return events.Select(one => one.Asset).OfType<Asset>().SingleOrDefault()
            ?? throw new InvalidOperationException($"No asset: {events.Select(one => one.Refusal).OfType<Refusal>().Single()}");
    }

    private static bool IsPng(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);
}
