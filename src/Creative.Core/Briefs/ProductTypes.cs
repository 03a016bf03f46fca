using System.Collections.Immutable;

namespace Creative.Core.Briefs;

/// <summary>What is being advertised; decides required warnings and how strict the copy rules are.</summary>
public static class ProductTypes
{
    public const string Consumer = "consumer";
    public const string Fund = "fund";
    public const string Wealth = "wealth";
    public const string Loan = "loan";
    public const string Insurance = "insurance";
    public const string Securities = "securities";
    public const string Futures = "futures";

    public static ImmutableArray<string> All { get; } = [Consumer, Fund, Wealth, Loan, Insurance, Securities, Futures];
}
