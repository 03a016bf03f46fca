using System.Text.Json;
using Creative.Labeling.Server;
using Google.Protobuf;

namespace Creative.Labeling.Api;

/// <summary>Messages as JSON, by the mapping that protobuf defines: camelCase names, 64-bit numbers as strings, times in RFC 3339.</summary>
internal static class ProtoJson
{
    // Absent and empty are the same to the modules, and shorter.
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    // Deeper than any message of the contract.
    private static readonly JsonParser Parser = new(new JsonParser.Settings(recursionLimit: 12));

    /// <exception cref="BadHttpRequestException">It is not that message in JSON, or too large.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : IMessage<T>, new()
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The body must be JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellation);
        try
        {
            return Parser.Parse<T>(text);
        }
        catch (Exception malformed) when (malformed is InvalidProtocolBufferException or InvalidJsonException)
        {
            throw new BadHttpRequestException("The body is not the message that this call takes.", malformed);
        }
    }

    public static string Format(IMessage message) => Formatter.Format(message);

    public static Task WriteAsync(HttpResponse response, IMessage message, CancellationToken cancellation)
    {
        response.ContentType = "application/json";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(Format(message), cancellation);
    }

    public static Task WriteAsync(HttpResponse response, ServerRefusal refusal, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(
            new
            {
                refusal.Code,
                refusal.Message,
                Problems = refusal.Problems.Select(problem => new { problem.Field, problem.Description }),
            },
            JsonSerializerOptions.Web,
            cancellation);
    }
}
