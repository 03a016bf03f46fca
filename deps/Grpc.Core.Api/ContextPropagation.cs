namespace Grpc.Core;

/// <summary>What a call made inside a handler inherits from the call being handled.</summary>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    public static readonly ContextPropagationOptions Default = new();

    public bool IsPropagateDeadline => propagateDeadline;

    public bool IsPropagateCancellation => propagateCancellation;
}

/// <summary>Carries deadline and cancellation from a handler to a call it makes. Made by the server only.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
