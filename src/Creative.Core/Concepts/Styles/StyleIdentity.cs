using System.Collections.Immutable;

namespace Creative.Core.Concepts.Styles;

/// <summary>Who a style is, to people and to briefs.</summary>
/// <param name="Id">Lower-case English, such as "festive".</param>
/// <param name="NameEn">Such as "Festive".</param>
/// <param name="NameZh">Such as 热闹.</param>
/// <param name="Description">One sentence: what it looks like.</param>
/// <param name="MoodWords">Words of a mood, Chinese and English, that ask for it.</param>
public sealed record StyleIdentity(string Id, string NameEn, string NameZh, string Description, ImmutableArray<string> MoodWords);
