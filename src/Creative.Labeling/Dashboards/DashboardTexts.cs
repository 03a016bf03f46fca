using System.Globalization;
using Creative.Contract.V1;
using Creative.Labeling.Texts;

namespace Creative.Labeling.Dashboards;

/// <summary>Sentences for what the server reports as kinds and figures.</summary>
internal static class DashboardTexts
{
    public static string Of(StoppingSign sign, Translator texts)
    {
        var (value, reference) = sign.Kind switch
        {
            StoppingSignKind.ScorerChanges or StoppingSignKind.ScorerSettled => (Text(sign.Value, "0.000"), Text(sign.Reference, "0.00")),
            StoppingSignKind.UncertaintyFalls or StoppingSignKind.UncertaintyFlat => (Text(sign.Value, "0.0%"), Text(sign.Reference, "0")),
            _ => (Text(sign.Value, "0"), Text(sign.Reference, "0")),
        };
        return texts.Say($"stopping.{sign.Kind}", ("value", value), ("reference", reference));
    }

    public static string Of(RaterRemark remark, DashboardView view) => view.Texts.Say($"remark.{remark.Kind}", ("dimension", view.NameOf(remark.Dimension)));

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
