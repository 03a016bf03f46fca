using Creative.Contract.V1;
using Creative.Labeling.Texts;

namespace Creative.Labeling.Dashboards;

/// <summary>What the charts of a dashboard are drawn from.</summary>
/// <param name="Dimensions">Of the project, in the order asked.</param>
internal sealed record DashboardView(Project Project, IReadOnlyList<Dimension> Dimensions, Dashboard Figures, Translator Texts)
{
    public string NameOf(string dimension) =>
        Dimensions.FirstOrDefault(one => one.Id == dimension) is { } found ? Texts.Of(found.Name) : dimension;

    public string Undefined => Texts["chart.undefined"];
}
