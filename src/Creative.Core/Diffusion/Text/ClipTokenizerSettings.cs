using System.Text.Json;

namespace Creative.Core.Diffusion.Text;

/// <summary>The part of tokenizer_config.json that changes ids.</summary>
internal sealed record ClipTokenizerSettings(int Length, string Start, string End, string Pad, string Unknown)
{
    private static readonly ClipTokenizerSettings Default = new(77, "<|startoftext|>", "<|endoftext|>", "<|endoftext|>", "<|endoftext|>");

    /// <summary>
    /// The padding differs: Stable Diffusion 1 pads with the end token, Stable Diffusion 2 and SDXL's second tokenizer with
    /// "!", which is 0. Stable Diffusion 2 says so in special_tokens_map.json alone, which transformers reads last unless
    /// tokenizer_config.json has an added_tokens_decoder.
    /// </summary>
    public static ClipTokenizerSettings Read(ReadOnlyMemory<byte>? json, ReadOnlyMemory<byte>? specialTokens)
    {
        var settings = Read(json, "tokenizer_config.json", Default, out var isComplete);
        return isComplete ? settings : Read(specialTokens, "special_tokens_map.json", settings, out _);
    }

    private static ClipTokenizerSettings Read(ReadOnlyMemory<byte>? json, string file, ClipTokenizerSettings usual, out bool isComplete)
    {
        isComplete = false;
        if (json is not { } bytes)
        {
            return usual;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            isComplete = root.TryGetProperty("added_tokens_decoder", out _);
            var length = root.TryGetProperty("model_max_length", out var value) ? value.GetInt32() : usual.Length;
            return length is >= 3 and <= 4096
                ? new(
                    length,
                    Token(root, "bos_token") ?? usual.Start,
                    Token(root, "eos_token") ?? usual.End,
                    Token(root, "pad_token") ?? usual.Pad,
                    Token(root, "unk_token") ?? usual.Unknown)
                : throw new FormatException($"model_max_length: {length} is not between 3 and 4096.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{file}: {error.Message}", error);
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
