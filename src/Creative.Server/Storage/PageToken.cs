using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Creative.Server.Errors;
using Grpc.Core;

namespace Creative.Server.Storage;

/// <summary>A place in a list that runs from the newest to the oldest, tied to what the list was filtered by.</summary>
internal static class PageToken
{
    /// <summary>How many rows a page has.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: out of range.</exception>
    public static int Size(int wanted, int usual, int largest) => wanted switch
    {
        0 => usual,
        _ when wanted > 0 && wanted <= largest => wanted,
        _ => throw Refusals.BadRequest("page_size", $"is {wanted}; 1 to {largest}, or 0 for {usual}"),
    };

    /// <summary>The ordinal before which the page begins; beyond every ordinal without a token.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: not a token of this list.</exception>
    public static long PlaceOf(string token, params IEnumerable<string> filters)
    {
        if (token.Length == 0)
        {
            return long.MaxValue;
        }

        Span<byte> buffer = stackalloc byte[64];
        return Base64Url.IsValid(token)
            && Base64Url.TryDecodeFromChars(token, buffer, out var length)
            && Encoding.ASCII.GetString(buffer[..length]).Split('.') is [var place, var mark]
            && mark == MarkOf(filters)
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
                ? ordinal
                : throw Refusals.BadRequest("page_token", "is not a token of a list with these filters");
    }

    public static string Of(long ordinal, params IEnumerable<string> filters) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ordinal}.{MarkOf(filters)}")));

    // Under other filters a token would silently skip rows.
    private static string MarkOf(IEnumerable<string> filters) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', filters))).AsSpan(0, 6));
}
