using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Server.Labeling.Access;

/// <summary>Why somebody is not let in.</summary>
internal static class AccessRefusals
{
    /// <summary>UNAUTHENTICATED; the same words for no key, a wrong one and a switched-off rater.</summary>
    public static RpcException UnknownKey() => new(new Status(StatusCode.Unauthenticated, $"No rater who may sign in has this key. It belongs in the metadata entry '{RaterInterceptor.KeyEntry}'."));

    public static RpcException RoleTooLow(string method, RaterRole least) =>
        new(new Status(StatusCode.PermissionDenied, $"{method} is for {(least == RaterRole.Admin ? "admins" : "leads and admins")}."));
}
