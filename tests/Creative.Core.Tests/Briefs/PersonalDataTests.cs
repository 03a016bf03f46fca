using Creative.Core.Briefs;
using Xunit;

namespace Creative.Core.Tests.Briefs;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("电话13800138000")]
    [InlineData("电话 138 0013 8000")]
    [InlineData("+86-138-0013-8000")]
    [InlineData("１３８００１３８０００")]
    [InlineData("①③⑧⓪⓪①③⑧⓪⓪⓪")]
    public void Finds_a_mobile_number(string text) => Assert.Equal(["a mobile phone number"], PersonalData.Kinds(text));

    [Theory]
    [InlineData("身份证 11010519491231002X")]
    [InlineData("110105 19491231 002x")]
    [InlineData("440524188001010014")]
    public void Finds_an_identity_card_number(string text) => Assert.Equal(["an identity card number"], PersonalData.Kinds(text));

    [Theory]
    [InlineData("卡号 4111 1111 1111 1111")]
    [InlineData("6222021234567890128")]
    public void Finds_a_bank_card_number(string text) => Assert.Equal(["a bank card number"], PersonalData.Kinds(text));

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("110105194913310022")]
    [InlineData("4111 1111 1111 1112")]
    public void Leaves_numbers_with_a_wrong_check_digit(string text) => Assert.Empty(PersonalData.Kinds(text));

    [Theory]
    [InlineData("每月18日，立减88元")]
    [InlineData("客服热线 400-800-1234")]
    [InlineData("基金代码 000001，截至2025-06-30")]
    [InlineData("满1000减100，限1280000人")]
    [InlineData("Save 12,345,678 points by 31 Dec 2026")]
    public void Leaves_ordinary_numbers(string text) => Assert.Empty(PersonalData.Kinds(text));
}
