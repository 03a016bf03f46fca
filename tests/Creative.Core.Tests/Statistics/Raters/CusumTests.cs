using Creative.Core.Statistics.Raters;
using Xunit;

namespace Creative.Core.Tests.Statistics.Raters;

public sealed class CusumTests
{
    [Theory]
    [InlineData(1.5, 6)] // one above the allowance each time: past five after the sixth
    [InlineData(-1.5, 6)]
    [InlineData(3.0, 3)]
    public void A_shift_is_noticed_after_as_many_differences_as_it_is_large(double difference, int expected)
    {
        var (sum, count) = (default(Cusum), 0);
        for (; !sum.Alarm; count++)
        {
            sum = sum.Next(difference);
        }

        Assert.Equal(expected, count);
    }

    [Fact]
    public void Differences_to_both_sides_raise_no_alarm()
    {
        var sum = default(Cusum);
        for (var i = 0; i < 1000; i++)
        {
            sum = sum.Next(i % 2 == 0 ? 1 : -1);
            Assert.False(sum.Alarm);
        }
    }
}
