using Creative.Contract.V1;
using Creative.Server.Tests.Hosting;
using Grpc.Core;

namespace Creative.Server.Tests.Services;

/// <summary>Personal numbers are refused by field, and neither the log nor the answer repeats them.</summary>
public sealed class PersonalDataTests
{
    private const string Phone = "13800138000";
    private const string IdentityCard = "11010519491231002X";
    private const string BankCard = "4111111111111111";

    [Fact]
    public async Task Refuses_them_in_every_text_and_never_logs_them()
    {
        await using var server = await TestServer.StartAsync();
        var request = Given.Request();
        request.Brief.Campaign = $"联系 {Phone}";
        request.Brief.Copy.Headline = "电话 138-0013-8000";
        request.Brief.Copy.Subhead = $"证件 {IdentityCard}";
        request.Brief.Copy.Disclaimer = $"卡号 {BankCard}";
        request.Brief.Mood = $"热闹 {Phone}";
        request.Brief.Subject = $"红包 {BankCard}";
        request.Brief.Audience = $"客户 {IdentityCard}";
        request.Brief.Evidence.Add(new Evidence { Id = Phone, Claim = IdentityCard });

        var error = await Assert.ThrowsAsync<RpcException>(async () => await server.Assets.StartRenderAsync(request));

        var fields = error.Detail<Google.Rpc.BadRequest>().FieldViolations.Where(problem => problem.Description.Contains("personal data", StringComparison.Ordinal));
        Assert.Equal(
            [
                "brief.audience", "brief.campaign", "brief.copy.disclaimer", "brief.copy.headline", "brief.copy.subhead", "brief.evidence[0].claim",
                "brief.evidence[0].id", "brief.mood", "brief.subject",
            ],
            fields.Select(problem => problem.Field).Order(StringComparer.Ordinal));
        AssertUnsaid(error.Status.Detail + error.Details());
        AssertUnsaid(string.Join('\n', server.Logs.All));
    }

    [Fact]
    public async Task Refuses_them_in_a_brand_kit_and_never_logs_them()
    {
        await using var server = await TestServer.StartAsync();
        var brand = Given.Brand();
        brand.Tone = $"问 {Phone}";
        brand.Disclaimers["consumer"] = $"卡号 {BankCard}";
        brand.Glossary.Add(new GlossaryEntry { Term = "管家", Meaning = $"找 {IdentityCard}" });

        var error = await Assert.ThrowsAsync<RpcException>(async () => await server.Brands.PutBrandAsync(new PutBrandRequest { Brand = brand }));

        Assert.Equal(
            ["brand.disclaimers[consumer]", "brand.glossary[1].meaning", "brand.tone"],
            error.Detail<Google.Rpc.BadRequest>().FieldViolations.Select(problem => problem.Field).Order(StringComparer.Ordinal));
        AssertUnsaid(error.Status.Detail + error.Details());
        AssertUnsaid(string.Join('\n', server.Logs.All));
    }

    private static void AssertUnsaid(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        Assert.NotEmpty(digits);
        Assert.All([Phone, IdentityCard, BankCard], number => Assert.DoesNotContain(number, digits, StringComparison.OrdinalIgnoreCase));
    }
}
