using System.Text.Json;

namespace Creative.Core.Diffusion.Text;

/// <summary>The part of tokenizer_config.json that changes ids.</summary>
internal sealed record ClipTokenizerSettings(int Length, string Start, string End, string Pad, string Unknown)
{
    private static readonly ClipTokenizerSettings Default = new(77, "<|startoftext|>", "<|endoftext|>", "<|endoftext|>", "<|endoftext|>");

    public static ClipTokenizerSettings Read(ReadOnlyMemory<byte>? json)
    {
        if (json is not { } bytes)
        {
            return Default;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var length = root.TryGetProperty("model_max_length", out var value) ? value.GetInt32() : Default.Length;
            return length is >= 3 and <= 4096
                ? new(
                    length,
                    Token(root, "bos_token") ?? Default.Start,
                    Token(root, "eos_token") ?? Default.End,
                    Token(root, "pad_token") ?? Default.Pad,
                    Token(root, "unk_token") ?? Default.Unknown)
                : throw new FormatException($"model_max_length: {length} is not between 3 and 4096.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"tokenizer_config.json: {error.Message}", error);
        }
    }

    /// <summary>A token is a string, or an object that holds it.</summary>
    private static string? Token(JsonElement root, string name) => root.TryGetProperty(name, out var token)
        ? token.ValueKind switch
        {
            JsonValueKind.String => token.GetString(),
            JsonValueKind.Object => token.GetProperty("content").GetString(),
            _ => null,
        }
        : null;
}
