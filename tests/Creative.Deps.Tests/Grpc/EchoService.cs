using Grpc.Core;

namespace Creative.Deps.Tests.Grpc;

/// <summary>Answers in kind. The text "fail" fails with a detail and trailers, "wait" waits until the call is cancelled.</summary>
internal sealed class EchoService : Echo.EchoBase
{
    /// <summary>Set once a call that waited has been cancelled.</summary>
    public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override async Task<Words> Say(Words request, ServerCallContext context)
    {
        foreach (var header in context.RequestHeaders.Where(entry => entry.Key.StartsWith("echo-", StringComparison.Ordinal)))
        {
            context.ResponseTrailers.Add(header);
        }

        if (request.Text == "fail")
        {
            var trailers = new Metadata { { "grpc-status-details-bin", [0x08, 0x03, 0xFF] }, { "reason", "said so" } };
            throw new RpcException(new Status(StatusCode.InvalidArgument, "bad text: 红包"), trailers);
        }

        if (request.Text == "wait")
        {
            await Wait(context.CancellationToken);
        }

        return new Words { Text = request.Text };
    }

    public override async Task<Words> Join(IAsyncStreamReader<Words> requestStream, ServerCallContext context)
    {
        var texts = new List<string>();
        await foreach (var words in requestStream.ReadAllAsync(context.CancellationToken))
        {
            texts.Add(words.Text);
        }

        return new Words { Text = string.Join(' ', texts) };
    }

    public override async Task Split(Words request, IServerStreamWriter<Words> responseStream, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync(new Metadata { { "split", "soon" } });
        foreach (var word in request.Text.Split(' '))
        {
            await responseStream.WriteAsync(new Words { Text = word }, context.CancellationToken);
            if (word == "wait")
            {
                await Wait(context.CancellationToken);
            }
        }
    }

    public override async Task Chat(
        IAsyncStreamReader<Words> requestStream, IServerStreamWriter<Words> responseStream, ServerCallContext context)
    {
        await foreach (var words in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(words);
        }
    }

    private async Task Wait(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Cancelled.TrySetResult();
        }
    }
}
