using System.Text.Json.Nodes;
using Creative.Server.Hosting;
using Creative.Server.Tests.Hosting;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.DependencyInjection;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Creative.Server.Tests.Services;

public sealed class HealthTests
{
    private const int ModelsUnusable = 4;

    [Fact]
    public async Task Tells_watchers_when_the_models_are_loaded_and_when_the_server_ends()
    {
        using var gate = new ManualResetEventSlim();
        await using var server = await TestServer.StartAsync(replace: services => services.AddSingleton<OpenWorkshop>(provider => models =>
        {
            gate.Wait();
            return WorkshopRegistration.Open(provider, models);
        }));
        using var watch = server.Health.Watch(new HealthCheckRequest());
        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        Assert.Equal(ServingStatus.Serving, (await server.Health.CheckAsync(new HealthCheckRequest { Service = "creative.v1.BrandService" })).Status);

        gate.Set();
        Assert.Equal(ServingStatus.Serving, await NextAsync(watch));
        Assert.Equal(ServingStatus.Serving, (await server.Health.CheckAsync(new HealthCheckRequest { Service = "creative.v1.AssetService" })).Status);

        var end = server.StopAsync();
        Assert.Equal(ServingStatus.NotServing, await NextAsync(watch));
        await end;
    }

    [Fact]
    public async Task Knows_its_services_by_name()
    {
        await using var server = await TestServer.StartAsync();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await server.Health.CheckAsync(new HealthCheckRequest { Service = "no.such.Service" }));
        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        using var watch = server.Health.Watch(new HealthCheckRequest { Service = "no.such.Service" });
        Assert.Equal(ServingStatus.ServiceUnknown, await NextAsync(watch));
        var all = await server.Health.ListAsync(new HealthListRequest());
        Assert.Equal(["", "creative.v1.AssetService", "creative.v1.BrandService", "creative.v1.DatasetService", "creative.v1.LabelingService", "creative.v1.ModelService"], all.Statuses.Keys.Order());
    }

    [Fact]
    public async Task Stays_up_with_a_truncated_model_and_says_which_file_it_is()
    {
        using var models = new TemporaryFolder();
        CopyModels(models.Path);
        var weights = Path.Combine(models.Path, "elements-mini", "unet", "model.onnx");
        using (var file = new FileStream(weights, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        await using var server = await TestServer.StartAsync(options => options with { Models = models.Path });
        server.Logs.Expect(ModelsUnusable);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await server.Assets.Render(Given.Request()).AllAsync());
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Contains("elements-mini", error.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("unet/model.onnx is truncated", error.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(models.Path, error.Status.Detail, StringComparison.Ordinal);

        Assert.Equal(ServingStatus.NotServing, (await server.Health.CheckAsync(new HealthCheckRequest())).Status);
        Assert.NotEmpty((await server.Brands.ListBrandsAsync(new Contract.V1.ListBrandsRequest())).Brands);
    }

    [Fact]
    public async Task Says_so_when_the_elements_model_makes_no_cut_outs()
    {
        using var models = new TemporaryFolder();
        CopyModels(models.Path);
        CopyFolder(Path.Combine(new ServerOptions().Models, "..", "tests", "data", "models", "sd1"), Path.Combine(models.Path, "sd1"));

        // The sample brands name what the shipped model knows.
        var manifest = Path.Combine(models.Path, "sd1", "model.json");
        var json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["prompts"] = JsonNode.Parse(File.ReadAllText(Path.Combine(models.Path, "elements-mini", "model.json")))!["prompts"]!.DeepClone();
        File.WriteAllText(manifest, json.ToJsonString());
        await using var server = await TestServer.StartAsync(options => options with { Models = models.Path, ElementsModel = "sd1" });
        server.Logs.Expect(ModelsUnusable);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await server.Assets.Render(Given.Request()).AllAsync());
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        Assert.Contains("Model 'sd1' paints RGB and has no matting/model.onnx", error.Status.Detail, StringComparison.Ordinal);
    }

    private static async Task<ServingStatus> NextAsync(AsyncServerStreamingCall<HealthCheckResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None));
        return watch.ResponseStream.Current.Status;
    }

    private static void CopyModels(string target) => CopyFolder(new ServerOptions().Models, target);

    private static void CopyFolder(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}train{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
