using Creative.Core.Diffusion;
using Creative.Core.Diffusion.Text;
using Xunit;

namespace Creative.Core.Tests.Diffusion.Text;

public sealed class CachedTextEncoderTests
{
    private readonly FormulaModel _model = new();

    [Fact]
    public void A_prompt_is_encoded_once_until_others_push_it_out()
    {
        var encoder = new CachedTextEncoder(_model, 2);
        var first = encoder.Encode("0.1", default);
        Assert.Same(first, encoder.Encode("0.1", default));
        encoder.Encode("0.2", default);
        encoder.Encode("0.1", default);
        encoder.Encode("0.3", default);
        encoder.Encode("0.1", default);
        encoder.Encode("0.2", default);
        Assert.Equal(["0.1", "0.2", "0.3", "0.2"], _model.Encoded);
    }

    [Fact]
    public void What_cannot_be_encoded_is_not_remembered()
    {
        var encoder = new CachedTextEncoder(_model);
        Assert.Throws<FormatException>(() => encoder.Encode("no number", default));
        Assert.Throws<FormatException>(() => encoder.Encode("no number", default));
        Assert.Equal(2, _model.Encoded.Count);
        Assert.Equal(0.5f, encoder.Encode("0.5", default).Values.Span[0]);
    }

    [Fact]
    public void Threads_that_ask_at_once_all_get_the_same_numbers()
    {
        var model = new FormulaModel();
        var encoder = new CachedTextEncoder(new Locked(model), 3);
        Parallel.For(0, 64, i => Assert.Equal(i % 5 / 10f, encoder.Encode($"0.{i % 5}", default).Values.Span[0]));
        Assert.InRange(model.Encoded.Count, 5, 64);
    }

    private sealed class Locked(ITextEncoder inner) : ITextEncoder
    {
        private readonly Lock _lock = new();

        public TextEmbedding Encode(string prompt, CancellationToken cancellation)
        {
            lock (_lock)
            {
                return inner.Encode(prompt, cancellation);
            }
        }
    }
}
