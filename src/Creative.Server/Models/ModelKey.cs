namespace Creative.Server.Models;

/// <summary>One version of a model.</summary>
public readonly record struct ModelKey(string Id, string Version)
{
    public override string ToString() => $"{Id} {Version}";
}
