using Creative.Core.Briefs;
using Creative.Core.Compliance;
using Xunit;

namespace Creative.Core.Tests.Compliance;

/// <summary>Sentences that a copywriter would write and no rule means.</summary>
public sealed class FalseAlarmTests
{
    [Theory]
    [InlineData("18 权益日，省的不止一点点")]
    [InlineData("每月18日，好礼如约而至")]
    [InlineData("把日子过成喜欢的样子")]
    [InlineData("慢慢来，钱也会长大")]
    [InlineData("给生活加点甜")]
    [InlineData("第一次来？新人礼请收好")]
    [InlineData("第一笔零钱，从今天存起")]
    [InlineData("新年第一天，福气到家")]
    [InlineData("第18届家庭节")]
    [InlineData("陪你走过第一百天")]
    [InlineData("最后一公里，也有人等你")]
    [InlineData("最新活动一览")]
    [InlineData("分散投资，降低风险")]
    [InlineData("帮你降低利率带来的压力")]
    [InlineData("一份保障，全家安心")]
    [InlineData("积分翻倍，快乐翻倍")]
    [InlineData("无风险利率下行，资产怎么配")]
    [InlineData("了解自己的风险偏好，再做选择")]
    [InlineData("理财非存款、产品有风险、投资须谨慎")]
    [InlineData("基金有风险，投资需谨慎；过往业绩不预示未来表现")]
    [InlineData("确保本人操作，谨防诈骗")]
    [InlineData("保本人信息安全")]
    [InlineData("客户第一，服务为本")]
    [InlineData("安全第一，出行顺利")]
    [InlineData("一键还款，日子更轻松")]
    [InlineData("攒出一趟说走就走的旅行")]
    [InlineData("小金库，攒出小欢喜")]
    [InlineData("给爸妈的一份安心")]
    [InlineData("让每一分钱都有去处")]
    [InlineData("拆开红包，拆开好心情")]
    [InlineData("新春第一个月，攒钱不迟")]
    [InlineData("绝对值得收藏的记账法")]
    [InlineData("最大回撤怎么看")]
    [InlineData("我们努力做到最好")]
    [InlineData("提高收益的同时，也看看波动")]
    [InlineData("打破刚性兑付之后，怎么选理财")]
    [InlineData("业绩比较基准不代表未来收益承诺")]
    [InlineData("早一天规划，多一份从容")]
    [InlineData("免提现手续费，转账更省心")]
    [InlineData("国庆出游，保险同行")]
    [InlineData("首个交易日提醒")]
    [InlineData("唯一标识码请妥善保管")]
    [InlineData("终极比赛之夜，一起看球")]
    [InlineData("一次开户，终身管理")]
    [InlineData("月月有盼头，天天有惊喜")]
    [InlineData("时间，是最好的答案")]
    [InlineData("Money that moves with you")]
    [InlineData("Save a little, live a lot")]
    [InlineData("Split the bill, not the mood")]
    [InlineData("Your first pot is on us")]
    [InlineData("The best part of payday")]
    [InlineData("业绩比较基准不代表未来表现，不构成收益承诺")]
    public void Is_not_refused(string sentence)
    {
        var refusing = CopyRules.Default.Check(new Copy(sentence, "", "", "", ""), "", new CopyContext("cn-finance", "wealth", [])).Findings
            .Where(finding => finding.Refuses && finding.RuleId != "INV-04");

        Assert.Empty(refusing);
    }
}
