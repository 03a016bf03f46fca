using Creative.Contract.V1;

namespace Creative.Server.Storage;

public static class RenderStates
{
    /// <summary>True for the states that are never left.</summary>
    public static bool HasEnded(this RenderState state) =>
        state is RenderState.Succeeded or RenderState.Failed or RenderState.Cancelled;
}
