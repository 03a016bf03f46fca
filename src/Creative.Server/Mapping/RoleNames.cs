using Creative.Core.Layouts;

namespace Creative.Server.Mapping;

/// <summary>Names of the layout roles in the contract.</summary>
internal static class RoleNames
{
    public static string Of(LayoutRole role) => role switch
    {
        LayoutRole.Headline => "headline",
        LayoutRole.Subhead => "subhead",
        LayoutRole.Benefit => "benefit",
        LayoutRole.CallToAction => "call_to_action",
        LayoutRole.Disclaimer => "disclaimer",
        LayoutRole.Logo => "logo",
        LayoutRole.AiLabel => "ai_label",
        LayoutRole.Hero => "hero",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
