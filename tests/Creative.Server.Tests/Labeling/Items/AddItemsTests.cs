using System.Buffers.Binary;
using Creative.Contract.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Tests.Labeling.Items;

[Collection(SharedLabTests.Name)]
public sealed class AddItemsTests(SharedLab shared)
{
    private readonly LabServer _lab = shared.Lab;

    [Fact]
    public async Task A_bad_image_is_refused_and_the_rest_goes_on()
    {
        await _lab.ProjectAsync("additions", items: 0);
        var good = _lab.Item("additions", "gold coin");
        var cut = good.Clone();
        cut.Image = ByteString.CopyFrom(good.Image.Span[..(good.Image.Length - 20)]);
        var huge = good.Clone();
        huge.Image = ByteString.CopyFrom(WithWidth(good.Image.ToByteArray(), 60_000));
        var other = good.Clone();
        other.Image = ByteString.CopyFromUtf8("<svg onload='alert(1)'/>");
        var answers = await _lab.AddAsync(cut, huge, other, new AddItemsRequest { Project = "additions" }, good);

        Assert.All(answers.SkipLast(1), answer => Assert.Equal(("", "image"), (answer.ItemId, Assert.Single(answer.Problems).Field)));
        Assert.Equal((4, 26, 0), (answers[^1].Index, answers[^1].ItemId.Length, answers[^1].Problems.Count));
    }

    [Fact]
    public async Task Every_problem_of_an_item_is_told_at_once()
    {
        await _lab.ProjectAsync("problems", items: 0);
        var wrong = new AddItemsRequest
        {
            Project = "problems",
            Image = ByteString.CopyFromUtf8("no image"),
            Origin = new ItemOrigin { Prompt = new string('p', 301), Usage = "a\u0007", SeenIn = { "1", "2", "3", "4", "5", "6", "7" } },
            Gold = new KnownAnswer { Scores = { ["shape"] = 9 }, Tolerance = 3 },
            Example = new KnownAnswer { Verdict = Verdict.Usable },
        };
        var fields = Assert.Single(await _lab.AddAsync(wrong)).Problems.Select(problem => problem.Field);
        Assert.Equal(
            ["image", "origin.prompt", "origin.usage", "origin.seen_in", "example", "gold.verdict", "gold.scores[shape]", "gold.tolerance", "example.reason[zh-CN]", "example.reason[en]"],
            fields);
    }

    [Fact]
    public async Task The_same_image_with_the_same_origin_is_the_item_that_is_there()
    {
        await _lab.ProjectAsync("twice", items: 0);
        await _lab.ProjectAsync("elsewhere", items: 0);
        var item = _lab.Item("twice", "gold coin");
        var seed = item.Clone();
        seed.Origin.Seed = 7;
        var there = item.Clone();
        there.Project = "elsewhere";
        var answers = await _lab.AddAsync(item, item, seed, there);
        Assert.Equal([false, true, false, false], answers.Select(answer => answer.Existed));
        Assert.Equal(answers[0].ItemId, answers[1].ItemId);
        Assert.Equal(3, answers.Select(answer => answer.ItemId).Distinct().Count());
    }

    [Fact]
    public async Task Its_image_comes_back_to_whoever_may_see_it_and_to_nobody_else()
    {
        await _lab.ProjectAsync("pictures", items: 0);
        var item = _lab.Item("pictures", "gold coin");
        var id = Assert.Single(await _lab.AddAsync(item)).ItemId;
        var (asked, other) = (await _lab.RaterAsync("asked"), await _lab.RaterAsync("not-asked"));
        Assert.Equal(id, Assert.Single(await _lab.LeaseAsync(asked, "pictures", 1)).ItemId);

        Assert.Equal(item.Image.ToByteArray(), await DownloadAsync(id, asked));
        Assert.Equal(item.Image.ToByteArray(), await DownloadAsync(id, _lab.Admin));
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => DownloadAsync(id, other))).StatusCode);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => DownloadAsync("../../etc/passwd", asked))).StatusCode);
    }

    [Fact]
    public async Task A_stream_that_is_broken_off_keeps_what_was_answered_and_is_no_failure()
    {
        await _lab.ProjectAsync("broken-off", items: 0);
        using (var call = _lab.Client.AddItems(_lab.Admin))
        {
            await call.RequestStream.WriteAsync(_lab.Item("broken-off", "gold coin"));
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        }

        Assert.Single((await _lab.Client.ListItemsAsync(new ListItemsRequest { Project = "broken-off" }, _lab.Admin)).Items);
    }

    private async Task<byte[]> DownloadAsync(string id, Metadata rater)
    {
        using var file = new MemoryStream();
        using var call = _lab.Client.DownloadItem(new DownloadItemRequest { ItemId = id }, rater);
        await foreach (var chunk in call.ResponseStream.ReadAllAsync())
        {
            chunk.Data.WriteTo(file);
        }

        return file.ToArray();
    }

    private static byte[] WithWidth(byte[] png, uint width)
    {
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        return png;
    }
}
