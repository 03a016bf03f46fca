using Creative.Server.Tests.Hosting;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Alpha = Grpc.Reflection.V1Alpha;

namespace Creative.Server.Tests.Services;

[Collection(SharedServerTests.Name)]
public sealed class ReflectionTests(SharedServer shared)
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Lists_every_service()
    {
        var answer = await AskAsync(new ServerReflectionRequest { ListServices = "*" });
        Assert.Equal(
            ["creative.v1.AssetService", "creative.v1.BrandService", "creative.v1.DatasetService", "creative.v1.LabelingService", "creative.v1.ModelService", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"],
            answer.ListServicesResponse.Service.Select(service => service.Name).Order());
    }

    [Theory]
    [InlineData("creative.v1.AssetService")]
    [InlineData("creative.v1.AssetService.Render")]
    [InlineData("creative.v1.RenderEvent")]
    [InlineData("creative.v1.RenderState")]
    [InlineData("google.rpc.BadRequest.FieldViolation")]
    public async Task Finds_a_name_with_all_that_it_needs(string symbol)
    {
        var files = Files(await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol }));
        var names = files.Select(file => file.Name).ToHashSet();
        Assert.All(files.SelectMany(file => file.Dependency), dependency => Assert.Contains(dependency, names));
        Assert.Equal(names.Count, files.Length);
        Assert.Equal(files.Length, FileDescriptor.BuildFromByteStrings(Sorted(files)).Count);
    }

    [Fact]
    public async Task Finds_a_file_by_its_name() => Assert.Equal(
        "creative/v1/brief.proto", Files(await AskAsync(new ServerReflectionRequest { FileByFilename = "creative/v1/brief.proto" }))[0].Name);

    [Fact]
    public async Task Knows_no_extensions()
    {
        Assert.Empty((await AskAsync(new ServerReflectionRequest { AllExtensionNumbersOfType = "creative.v1.Brief" })).AllExtensionNumbersResponse.ExtensionNumber);
        var request = new ServerReflectionRequest { FileContainingExtension = new ExtensionRequest { ContainingType = "creative.v1.Brief", ExtensionNumber = 7 } };
        Assert.Equal((int)StatusCode.NotFound, (await AskAsync(request)).ErrorResponse.ErrorCode);
    }

    [Theory]
    [InlineData("creative.v1.NoSuchMessage")]
    [InlineData("")]
    public async Task Says_that_a_name_is_unknown(string symbol) => Assert.Equal(
        (int)StatusCode.NotFound, (await AskAsync(new ServerReflectionRequest { FileContainingSymbol = symbol })).ErrorResponse.ErrorCode);

    [Fact]
    public async Task Answers_older_clients_alike()
    {
        using var call = new Alpha.ServerReflection.ServerReflectionClient(_server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new Alpha.ServerReflectionRequest { FileContainingSymbol = "creative.v1.Brief" });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var newer = await AskAsync(new ServerReflectionRequest { FileContainingSymbol = "creative.v1.Brief" });
        Assert.Equal(newer.ToByteArray(), call.ResponseStream.Current.ToByteArray());
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
    }

    private async Task<ServerReflectionResponse> AskAsync(ServerReflectionRequest request)
    {
        using var call = new ServerReflection.ServerReflectionClient(_server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(request);
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(request, call.ResponseStream.Current.OriginalRequest);
        return call.ResponseStream.Current;
    }

    private static FileDescriptorProto[] Files(ServerReflectionResponse answer) =>
        [.. answer.FileDescriptorResponse.FileDescriptorProto.Select(FileDescriptorProto.Parser.ParseFrom)];

    // Dependencies before those who need them, as building wants them.
    private static IEnumerable<ByteString> Sorted(FileDescriptorProto[] files)
    {
        var done = new HashSet<string>();
        while (done.Count < files.Length)
        {
            foreach (var file in files.Where(file => !done.Contains(file.Name) && file.Dependency.All(done.Contains)).ToArray())
            {
                done.Add(file.Name);
                yield return file.ToByteString();
            }
        }
    }
}
