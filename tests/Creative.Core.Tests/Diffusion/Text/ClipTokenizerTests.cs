using System.Text;
using Creative.Core.Diffusion.Text;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Text;

public sealed class ClipTokenizerTests
{
    private const string Merges = "#version: 0.2\ng o\nl d</w>\ngo ld</w>\nc o\nco i\ncoi n</w>\n";

    private static readonly string[] Tokens =
    [
        "g", "o", "l", "d", "c", "i", "n", "s", "!", "Ã", "©", "ã", "Ģ", "g</w>", "o</w>", "s</w>", "'s</w>", "!</w>", ",</w>", "©</w>", "2</w>",
        "go", "ld</w>", "gold</w>", "co", "coi", "coin</w>", "<|startoftext|>", "<|endoftext|>",
    ];

    private static readonly ClipTokenizer Tokenizer = Make("""{ "model_max_length": 8 }""");

    [Fact]
    public void Merges_pairs_in_the_order_of_the_file() => AssertTokens("gold coin", "gold</w>", "coin</w>");

    [Fact]
    public void Case_and_white_space_do_not_matter() => AssertTokens("\tGOLD \n  Coin ", "gold</w>", "coin</w>");

    [Fact]
    public void Digits_and_punctuation_stand_alone() => AssertTokens("gold,22!", "gold</w>", ",</w>", "2</w>", "2</w>", "!</w>");

    [Fact]
    public void What_is_left_unmerged_stays_letter_by_letter() => AssertTokens("gog cos", "go", "g</w>", "co", "s</w>");

    [Fact]
    public void Other_letters_are_taken_byte_by_byte() => AssertTokens("é", "Ã", "©</w>");

    [Fact]
    public void A_contraction_is_cut_off_and_unknown_pieces_count_as_the_end() => AssertTokens("coin's", "coin</w>", "<|endoftext|>", "s</w>");

    [Fact]
    public void A_special_token_in_the_text_is_plain_text() =>
        Assert.NotEqual(Tokenizer.Encode(""), Tokenizer.Encode("<|endoftext|>gold"));

    [Fact]
    public void Text_that_is_too_long_is_cut_before_the_end_token()
    {
        var ids = Tokenizer.Encode(string.Concat(Enumerable.Repeat("gold ", 40)));
        Assert.Equal(8, ids.Length);
        Assert.Equal(Id("<|startoftext|>"), ids[0]);
        Assert.All(ids[1..7], id => Assert.Equal(Id("gold</w>"), id));
        Assert.Equal(Id("<|endoftext|>"), ids[7]);
    }

    [Fact]
    public void Pads_with_the_token_of_the_settings()
    {
        var tokenizer = Make("""{ "model_max_length": 5, "pad_token": { "content": "!" } }""");
        Assert.Equal([Id("<|startoftext|>"), Id("gold</w>"), Id("<|endoftext|>"), Id("!"), Id("!")], tokenizer.Encode("gold"));
    }

    [Theory]
    [InlineData("""{ "model_max_length": 5, "pad_token": "s</w>" }""", "!")]
    [InlineData("""{ "model_max_length": 5, "pad_token": "s</w>", "added_tokens_decoder": {} }""", "s</w>")]
    public void The_map_of_special_tokens_goes_before_the_settings_unless_these_are_complete(string settings, string pad)
    {
        var tokenizer = Make(settings, """{ "pad_token": "!" }""");
        Assert.Equal([Id("<|startoftext|>"), Id("gold</w>"), Id("<|endoftext|>"), Id(pad), Id(pad)], tokenizer.Encode("gold"));
    }

    [Fact]
    public void A_broken_file_is_named()
    {
        var vocabulary = Encoding.UTF8.GetBytes("{ \"a\": 0 }");
        Assert.Contains("startoftext", Assert.Throws<FormatException>(() => new ClipTokenizer(vocabulary, "")).Message, StringComparison.Ordinal);
        Assert.Contains("line 2", Assert.Throws<FormatException>(() => new ClipTokenizer(vocabulary, "#version: 0.2\nabc")).Message, StringComparison.Ordinal);
        Assert.Contains("vocab.json", Assert.Throws<FormatException>(() => new ClipTokenizer("{"u8, "")).Message, StringComparison.Ordinal);
        Assert.Contains("tokenizer_config.json", Assert.Throws<FormatException>(() => Make("""{ "model_max_length": 1 }""")).Message, StringComparison.Ordinal);
    }

    private static ClipTokenizer Make(string settings, string? specialTokens = null)
    {
        var vocabulary = "{" + string.Join(',', Tokens.Select((token, id) => $"\"{token}\":{id}")) + "}";
        return new ClipTokenizer(Encoding.UTF8.GetBytes(vocabulary), Merges, Encoding.UTF8.GetBytes(settings), specialTokens is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(specialTokens));
    }

    private static void AssertTokens(string text, params string[] expected)
    {
        var ids = Tokenizer.Encode(text);
        var end = Id("<|endoftext|>");
        int[] whole = [Id("<|startoftext|>"), .. expected.Select(Id), .. Enumerable.Repeat(end, 8 - 1 - expected.Length)];
        Assert.Equal(whole, ids);
    }

    private static int Id(string token) => Array.IndexOf(Tokens, token);
}
