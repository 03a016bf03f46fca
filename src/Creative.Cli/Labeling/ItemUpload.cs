using Creative.Cli.Commands;
using Creative.Cli.Showing;
using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Cli.Labeling;

/// <summary>Brings items to the server, one line for each that was refused and one for them all.</summary>
internal static class ItemUpload
{
    /// <returns>Failed when any was refused; the others are there.</returns>
    public static async Task<int> RunAsync(CommandCall call, IReadOnlyList<(string Name, Func<AddItemsRequest> Read)> items)
    {
        using var stream = call.Session.Labels.AddItems(cancellationToken: call.Cancellation);
        var (added, existed, refused) = (0, 0, 0);
        foreach (var (name, read) in items)
        {
            await stream.RequestStream.WriteAsync(read(), call.Cancellation);
            if (!await stream.ResponseStream.MoveNext(call.Cancellation))
            {
                break;
            }

            var answer = stream.ResponseStream.Current;
            added += answer.ItemId.Length > 0 && !answer.Existed ? 1 : 0;
            existed += answer.Existed ? 1 : 0;
            refused += answer.ItemId.Length == 0 ? 1 : 0;
            if (call.AsJson)
            {
                call.Terminal.Out.WriteLine(Json.Of(answer));
            }

            foreach (var problem in answer.Problems)
            {
                call.Terminal.Error.WriteLine($"{name}: {problem.Field} {problem.Description}");
            }
        }

        await stream.RequestStream.CompleteAsync();
        while (await stream.ResponseStream.MoveNext(call.Cancellation))
        {
            throw new InvalidDataException("The server answered more than it was asked.");
        }

        return Summary(call, $"{added} added, {existed} were there, {refused} refused", refused);
    }

    public static async Task<int> PaintAsync(CommandCall call, PaintItemsRequest request)
    {
        using var stream = call.Session.Labels.PaintItems(request, cancellationToken: call.Cancellation);
        var (painted, existed) = (0L, 0);
        await foreach (var answer in stream.ResponseStream.ReadAllAsync(call.Cancellation))
        {
            painted = answer.Painted;
            existed += answer.Existed ? 1 : 0;
            if (call.AsJson)
            {
                call.Terminal.Out.WriteLine(Json.Of(answer));
            }
            else
            {
                call.Terminal.Error.WriteLine($"{answer.Painted} of {answer.Total}");
            }
        }

        return Summary(call, $"{painted} painted, {existed} of them were there", refused: 0);
    }

    private static int Summary(CommandCall call, string text, int refused)
    {
        (call.AsJson ? call.Terminal.Error : call.Terminal.Out).WriteLine(text);
        return refused == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
