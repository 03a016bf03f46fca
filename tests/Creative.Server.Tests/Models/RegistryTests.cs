using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Grpc.Core;

namespace Creative.Server.Tests.Models;

public sealed class RegistryTests : IAsyncLifetime
{
    private ModelLab? _lab;

    private ModelLab Lab => _lab!;

    public async Task InitializeAsync() => _lab = await ModelLab.StartAsync();

    public async Task DisposeAsync() => await Lab.DisposeAsync();

    [Fact]
    public async Task Keeps_a_version_with_what_it_was_made_from_and_never_changes_it()
    {
        var first = await Lab.RegisterAsync("1.1.0");
        var again = await Lab.RegisterAsync("1.1.0");
        var other = await Assert.ThrowsAsync<RpcException>(() => Lab.RegisterAsync("1.1.0", "other content"));
        var shipped = await Assert.ThrowsAsync<RpcException>(() => Lab.RegisterAsync(ModelLab.Shipped));

        Assert.Equal((false, true), (first.Existed, again.Existed));
        Assert.Equal((StatusCode.AlreadyExists, StatusCode.AlreadyExists), (other.StatusCode, shipped.StatusCode));
        var model = await Lab.Client.GetModelAsync(new GetModelRequest { Id = ModelLab.Id }, Lab.Key);
        Assert.Equal(["1.1.0", ModelLab.Shipped], model.Versions.Select(version => version.Version));
        Assert.Equal([("", false), ("champion", true)], model.Versions.Select(version => (version.Alias, version.Loaded)));
        Assert.Equal(("ds_0123456789abcdef", ModelLab.Shipped), (model.Versions[0].Origin.Datasets.Single(), model.Versions[0].Origin.BaseVersion));
        Assert.Equal(["layout-mini", ModelLab.Id], (await Lab.Client.ListModelsAsync(new ListModelsRequest(), Lab.Key)).Models.Select(one => one.Id));
    }

    [Fact]
    public async Task Keeps_nothing_of_an_upload_that_breaks_off()
    {
        var half = ModelLab.Upload(Lab.Variant("2.0.0"), "2.0.0").ToArray();
        using (var call = Lab.Client.RegisterModel(Lab.Key))
        {
            foreach (var message in half.Take(half.Length / 2))
            {
                await call.RequestStream.WriteAsync(message);
            }
        }

        await NothingKeptAsync();

        // Ended as if it were whole, in the middle of a file.
        var cut = await Assert.ThrowsAsync<RpcException>(() => Lab.SendAsync(half.Take(half.Length / 2)));
        Assert.Equal(StatusCode.InvalidArgument, cut.StatusCode);
        await NothingKeptAsync();
    }

    [Theory]
    [InlineData("../outside.onnx", "is not a path inside the folder")]
    [InlineData("/etc/passwd", "is not a path inside the folder")]
    [InlineData("unet/../../x", "is not a path inside the folder")]
    [InlineData("model.json", "has come before")]
    public async Task Refuses_files_that_do_not_belong_into_a_folder(string path, string why)
    {
        var messages = ModelLab.Upload(Lab.Variant("2.1.0"), "2.1.0").Append(new RegisterModelRequest { File = ModelLab.FileOf(path, [1]) });

        var error = await Assert.ThrowsAsync<RpcException>(() => Lab.SendAsync(messages));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains(why, error.Status.Detail, StringComparison.Ordinal);
        await NothingKeptAsync();
    }

    [Fact]
    public async Task Refuses_bytes_that_are_not_what_was_said()
    {
        var header = new RegisterModelRequest { Header = new RegisterHeader { ModelId = ModelLab.Id, Version = "2.2.0" } };
        var file = ModelLab.FileOf("notes.txt", [1, 2, 3]);
        RegisterModelRequest[][] uploads =
        [
            [header, new() { File = file }, new() { Data = ByteString.CopyFrom(1, 2, 4) }],
            [header, new() { File = file }, new() { Data = ByteString.CopyFrom(1, 2) }],
            [header, new() { File = file }, new() { Data = ByteString.CopyFrom(1, 2, 3, 4) }],
            [header, new() { Data = ByteString.CopyFrom(1) }],
            [new() { File = file }],
            [header, header],
            [header],
        ];
        foreach (var upload in uploads)
        {
            Assert.Equal(StatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => Lab.SendAsync(upload))).StatusCode);
        }

        var names = await Calls.RefusedFieldsAsync(() => Lab.SendAsync([new() { Header = new RegisterHeader { ModelId = "../x", Version = ".hidden", Origin = new ModelOrigin { SettingsJson = new string('x', 20_000) } } }]));
        Assert.Equal(["header.model_id", "header.origin.settings_json", "header.version"], names.Order());
        await NothingKeptAsync();
    }

    [Fact]
    public async Task Refuses_a_folder_that_the_check_finds_fault_with()
    {
        var folder = Lab.Variant("2.3.0");
        File.WriteAllBytes(Path.Combine(folder, "unet", "model.onnx"), [1, 2, 3]);
        ModelLab.Change(folder, json => json["files"]!.AsObject().Remove("vae_decoder/model.onnx"));

        var error = await Assert.ThrowsAsync<RpcException>(() => Lab.SendAsync(ModelLab.Upload(folder, "2.3.0")));
        var version = await Assert.ThrowsAsync<RpcException>(() => Lab.SendAsync(ModelLab.Upload(Lab.Variant("2.3.1"), "2.3.2")));

        Assert.Contains("'vae_decoder/model.onnx' is not listed", error.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("model.json says 2.3.1", version.Status.Detail, StringComparison.Ordinal);
        await NothingKeptAsync();
    }

    private async Task NothingKeptAsync()
    {
        // The server notices a caller who is gone a moment later.
        var incoming = Path.Combine(Lab.Data, "models", ".incoming");
        for (var i = 0; i < 200 && Directory.Exists(incoming) && Directory.EnumerateFileSystemEntries(incoming).Any(); i++)
        {
            await Task.Delay(25);
        }

        Assert.False(Directory.Exists(incoming) && Directory.EnumerateFileSystemEntries(incoming).Any());
        Assert.False(Directory.Exists(Path.Combine(Lab.Data, "models", ModelLab.Id)));
        Assert.Equal([ModelLab.Shipped], (await Lab.Client.GetModelAsync(new GetModelRequest { Id = ModelLab.Id }, Lab.Key)).Versions.Select(one => one.Version));
    }
}
