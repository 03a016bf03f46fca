using Creative.Core.Imaging.Metadata;
using Xunit;

namespace Creative.Core.Tests.Imaging.Metadata;

public sealed class ProviderCodeTests
{
    [Theory]
    [InlineData("001191110102MAD55U9H0F10002")]
    [InlineData("001191440300708461136T1XGW3")]
    [InlineData(ProviderCode.Sample)]
    public void Accepts_codes_found_in_real_files(string code) => Assert.Null(ProviderCode.Objection(code));

    [Theory]
    [InlineData("001191110102MAD55U9H0F1000", "27 digits")]
    [InlineData("001191110102mad55u9h0f10002", "27 digits")]
    [InlineData("011191110102MAD55U9H0F10002", "begin with 00")]
    [InlineData("001191110102MAD55U9H0F30002", "23rd character")]
    [InlineData("001191110102MAD55U9H0G10002", "check digit")]
    [InlineData("001191110102MAD55U9H1F10002", "check digit")]
    [InlineData("001191110102MAD55O9H0F10002", "check digit")]
    public void Says_what_is_wrong(string code, string reason) =>
        Assert.Contains(reason, ProviderCode.Objection(code), StringComparison.Ordinal);

    [Fact]
    public void Computes_the_check_digit_of_a_real_credit_code() => Assert.Equal('T', ProviderCode.CheckDigit("91440300708461136"));
}
