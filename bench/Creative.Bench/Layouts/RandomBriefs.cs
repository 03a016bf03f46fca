using System.Collections.Immutable;
using Creative.Core.Brands;
using Creative.Core.Briefs;
using Creative.Core.Numerics;

namespace Creative.Bench.Layouts;

/// <summary>Briefs whose copy has random lengths; the letters are those of the bench's briefs.</summary>
internal static class RandomBriefs
{
    public static (Brief Brief, Brand Brand) Draw(ImmutableArray<BenchBrief> briefs, SeededRandom random)
    {
        var from = briefs[random.Below(briefs.Length)];
        var chinese = from.Brief.Copy.Headline.Any(c => c >= 0x2E80);
        var all = briefs.Where(b => b.Brief.Copy.Headline.Any(c => c >= 0x2E80) == chinese).SelectMany(b => Texts(b.Brief.Copy));
        string[] words = chinese
            ? [.. all.SelectMany(t => t).Where(char.IsLetterOrDigit).Select(c => c.ToString())]
            : [.. all.SelectMany(t => t.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))];

        string Text(double low, double high)
        {
            var (text, wanted) = ("", random.Between(low, high) * (chinese ? 1 : 1.8));
            do
            {
                text += (text.Length == 0 || chinese ? "" : " ") + words[random.Below(words.Length)];
            }
            while (text.Length < wanted);

            return text;
        }

        string Maybe(double often, double low, double high) => random.NextDouble() < often ? Text(low, high) : "";
        var headline = random.NextDouble() < 0.55 ? $"{Text(3, 8)}\n{Text(3, 8)}" : Text(3, 15);
        var copy = new Copy(headline, Maybe(0.8, 6, 26), Maybe(0.7, 3, 10), Maybe(0.92, 2, 7), Maybe(0.75, 6, 55));
        return (from.Brief with { Copy = copy }, from.Brand);
    }

    private static IEnumerable<string> Texts(Copy copy) => [copy.Headline, copy.Subhead, copy.Benefit, copy.CallToAction];
}
