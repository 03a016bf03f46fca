using System.Collections.Frozen;
using Creative.Contract.V1;
using static Creative.Contract.V1.RaterRole;

namespace Creative.Server.Labeling.Access;

/// <summary>The least role that each call of the labelling service asks for, and the services that are for leads. A call that is not listed is open to nobody.</summary>
internal static class Permissions
{
    /// <summary>Services that are for leads and admins as a whole.</summary>
    private static readonly string[] ForLeads = [$"/{DatasetService.Descriptor.FullName}/", $"/{ModelService.Descriptor.FullName}/"];

    /// <param name="method">Full name, such as "/creative.v1.ModelService/GetModel".</param>
    public static bool IsForLeads(string method) => ForLeads.Any(service => method.StartsWith(service, StringComparison.Ordinal));

    public static readonly FrozenDictionary<string, RaterRole> LeastRoles = new Dictionary<string, RaterRole>(StringComparer.Ordinal)
    {
        // Checks the key itself.
        [nameof(LabelingService.LabelingServiceBase.SignIn)] = Unspecified,
        [nameof(LabelingService.LabelingServiceBase.ListDimensions)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.ListProjects)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.PutProject)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.AddItems)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.PaintItems)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.LeaseItems)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.DownloadItem)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.Submit)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.ListOwnEvents)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.GetProgress)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.ListExamples)] = Designer,
        [nameof(LabelingService.LabelingServiceBase.GetDashboard)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.ListItems)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.GetItem)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.ListRaters)] = Lead,
        [nameof(LabelingService.LabelingServiceBase.PutRater)] = Admin,
        [nameof(LabelingService.LabelingServiceBase.VerifyEvents)] = Lead,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
