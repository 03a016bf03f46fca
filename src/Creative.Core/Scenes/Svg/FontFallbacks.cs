using System.Collections.Frozen;

namespace Creative.Core.Scenes;

/// <summary>What stands in for a family on a machine that does not have it: near in shape, common on macOS, Windows and Linux.</summary>
internal static class FontFallbacks
{
    private const string Sans = "'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
    private const string Serif = "'Source Han Serif SC', 'Songti SC', SimSun, serif";
    private const string Latin = "'Helvetica Neue', Arial, sans-serif";

    private static readonly FrozenDictionary<string, string> ByFamily = new Dictionary<string, string>
    {
        ["Noto Serif SC"] = Serif,
        ["ZCOOL XiaoWei"] = Serif,
        ["Inter"] = Latin,
        ["Montserrat"] = Latin,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value of font-family: the family itself, then what stands in for it.</summary>
    public static string Of(string family) => $"'{family}', {ByFamily.GetValueOrDefault(family, Sans)}";

    /// <summary>The family itself, of a value made by <see cref="Of"/>.</summary>
    public static string First(string families) => families.Split('\'')[1];
}
