using System.Collections.Immutable;
using Creative.Core.Labeling;
using Creative.Core.Numerics;
using Creative.Core.Statistics.Raters;
using Creative.Studio.Defects;
using Creative.Studio.Raters;
using Xunit;

namespace Creative.Studio.Tests.Raters;

public sealed class SimulatedDesignerTests
{
    private static readonly TrueQuality Clean = new([0, 0, 0, 0, 0, 0], 0);
    private static readonly TrueQuality Warped = Clean with { Faults = [0, .9, 0, 0, 0, 0] };

    /// <summary>No bias, next to no noise, never tired, always looking.</summary>
    private static readonly DesignerTraits Ideal = new([0, 0, 0, 0, 0, 0], 1e-6, 0, 0, 0, 5);

    [Fact]
    public void One_without_error_says_what_is_true()
    {
        var designer = new SimulatedDesigner(Ideal, 1);
        var (clean, warped) = (designer.Judge(Clean).Judgement, designer.Judge(Warped).Judgement);

        Assert.Equal(Verdict.Usable, clean.Verdict);
        Assert.All(clean.Scores.Values, score => Assert.Equal(5, score));
        Assert.Equal(Verdict.Unusable, warped.Verdict);
        Assert.Equal(("shape", 1), Assert.Single(warped.Scores.Where(score => score.Value < 5).Select(score => (score.Key, score.Value))));
    }

    [Fact]
    public void Known_defects_count_in_the_dimension_they_belong_to()
    {
        var quality = TrueQuality.Of([new Defect(DefectKind.HueShift, .35, Dimension.Hue, []), new Defect(DefectKind.Blur, .7, Dimension.Sharpness, [])]);

        Assert.Equal([0, 0, 0, 0, 0, .5], quality.Faults.Select(fault => Math.Round(fault, 9)));
        Assert.Equal(3, quality.Scores[5], 9);
        Assert.Equal(1, quality.Technical, 9);
        Assert.False(quality.Usable);
        Assert.True(TrueQuality.Of([]).Usable);
    }

    [Fact]
    public void Ids_are_those_of_the_service_in_the_order_of_the_studio() =>
        Assert.Equal(DimensionCatalogue.Default.For(ItemKinds.Element).Select(dimension => dimension.Id), TrueQuality.Ids);

    [Fact]
    public void The_subject_model_finds_bias_and_noise_of_a_team()
    {
        var team = DesignerTraits.Team(6, 2);
        var designers = team.Select((traits, i) => new SimulatedDesigner(traits with { Lapse = 0, Fatigue = 0 }, (ulong)i)).ToArray();
        var random = new SeededRandom(3);
        var items = Enumerable.Range(0, 400).Select(_ => Clean with { Faults = [.. Enumerable.Range(0, 6).Select(_ => random.Between(.2, .8))] }).ToArray();
        var table = RatingTable.Of([.. items.SelectMany((item, i) =>
            designers.Select((designer, k) => ($"{i:000}", $"{k}", (double)designer.Judge(item).Judgement.Scores["hue"])))]);
        var fit = new SubjectModel().Fit(table);
        var mean = team.Average(traits => traits.Bias[5]);

        Assert.All(team.Zip(fit.Bias), one => Assert.InRange(one.Second, one.First.Bias[5] - mean - .15, one.First.Bias[5] - mean + .15));
        // Rounding to whole points adds a variance of 1/12.
        Assert.All(team.Zip(fit.Noise), one => Assert.InRange(one.Second, (Math.Sqrt((one.First.Noise * one.First.Noise) + (1 / 12.0)) * .8), Math.Sqrt((one.First.Noise * one.First.Noise) + (1 / 12.0)) * 1.2));
    }

    [Fact]
    public void Who_tires_errs_more_until_a_break()
    {
        var designer = new SimulatedDesigner(Ideal with { Noise = .3, Fatigue = 3, Seconds = 30 }, 4);
        var middling = Clean with { Faults = [.. Enumerable.Repeat(.5, 6)] };
        double Spread() => Enumerable.Range(0, 100).SelectMany(_ => designer.Judge(middling).Judgement.Scores.Values).Average(score => (score - 3.0) * (score - 3));
        var (rested, tired) = (Spread(), Spread());
        designer.Rest();

        Assert.True(tired > 1.5 * rested, $"{rested} {tired}");
        Assert.True(Spread() < .8 * tired);
    }

    [Fact]
    public void Who_does_not_look_answers_by_lot()
    {
        var designer = new SimulatedDesigner(Ideal with { Lapse = 1 }, 5);
        var verdicts = Enumerable.Range(0, 400).Select(_ => designer.Judge(Clean).Judgement.Verdict).CountBy(verdict => verdict).ToDictionary();

        Assert.InRange(verdicts[Verdict.Unusable], 160, 240);
    }

    [Fact]
    public void Close_calls_take_longer()
    {
        var designer = new SimulatedDesigner(Ideal with { Noise = .01 }, 6);
        double Mean(TrueQuality quality) => Enumerable.Range(0, 300).Average(_ => designer.Judge(quality).Seconds);

        Assert.True(Mean(Clean with { Technical = .5 }) > 1.2 * Mean(Clean));
    }

    [Fact]
    public void The_same_seed_gives_the_same_answers()
    {
        ImmutableArray<DesignerTraits> one = DesignerTraits.Team(3, 7), other = DesignerTraits.Team(3, 7);
        var (a, b) = (new SimulatedDesigner(one[2], 8), new SimulatedDesigner(other[2], 8));

        Assert.All(Enumerable.Range(0, 20), _ => Assert.Equal(a.Judge(Warped).Seconds, b.Judge(Warped).Seconds));
    }
}
