namespace Creative.Engine;

/// <summary>What a model is for.</summary>
public enum ModelKind
{
    /// <summary>Paints elements.</summary>
    Elements,

    /// <summary>Proposes layouts.</summary>
    Layout,
}
