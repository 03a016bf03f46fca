using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using static Grpc.Reflection.V1.ServerReflectionRequest;
using Alpha = Grpc.Reflection.V1Alpha;

namespace Creative.Server.Services;

/// <summary>grpc.reflection.v1: which services there are and how their messages look.</summary>
public sealed class ReflectionService : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            await responseStream.WriteAsync(Answer(requestStream.Current), context.CancellationToken);
        }
    }

    internal static ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = new ServerReflectionResponse { ValidHost = request.Host, OriginalRequest = request };
        switch (request.MessageRequestCase)
        {
            case MessageRequestOneofCase.ListServices:
                response.ListServicesResponse = new ListServiceResponse
                {
                    Service = { ContractDescriptors.Services.Select(service => new ServiceResponse { Name = service.FullName }) },
                };
                break;
            case MessageRequestOneofCase.FileByFilename:
                Fill(response, ContractDescriptors.File(request.FileByFilename), request.FileByFilename);
                break;
            case MessageRequestOneofCase.FileContainingSymbol:
                Fill(response, ContractDescriptors.FileOfSymbol(request.FileContainingSymbol), request.FileContainingSymbol);
                break;
            case MessageRequestOneofCase.AllExtensionNumbersOfType when ContractDescriptors.IsMessage(request.AllExtensionNumbersOfType):
                // proto3 messages have no extensions.
                response.AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = request.AllExtensionNumbersOfType };
                break;
            case MessageRequestOneofCase.AllExtensionNumbersOfType:
                Fill(response, null, request.AllExtensionNumbersOfType);
                break;
            case MessageRequestOneofCase.FileContainingExtension:
                Fill(response, null, $"{request.FileContainingExtension.ContainingType}:{request.FileContainingExtension.ExtensionNumber}");
                break;
            default:
                response.ErrorResponse = new ErrorResponse { ErrorCode = (int)StatusCode.InvalidArgument, ErrorMessage = "message_request is not set." };
                break;
        }

        return response;
    }

    private static void Fill(ServerReflectionResponse response, FileDescriptor? file, string name)
    {
        if (file is null)
        {
            response.ErrorResponse = new ErrorResponse { ErrorCode = (int)StatusCode.NotFound, ErrorMessage = $"'{name}' is not known here." };
            return;
        }

        response.FileDescriptorResponse = new FileDescriptorResponse
        {
            FileDescriptorProto = { ContractDescriptors.WithDependencies(file).Select(one => one.SerializedData) },
        };
    }
}

/// <summary>grpc.reflection.v1alpha, for older clients: the same bytes under another name.</summary>
public sealed class ReflectionAlphaService : Alpha.ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<Alpha.ServerReflectionRequest> requestStream, IServerStreamWriter<Alpha.ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            var answer = ReflectionService.Answer(ServerReflectionRequest.Parser.ParseFrom(requestStream.Current.ToByteArray()));
            await responseStream.WriteAsync(Alpha.ServerReflectionResponse.Parser.ParseFrom(answer.ToByteArray()), context.CancellationToken);
        }
    }
}
