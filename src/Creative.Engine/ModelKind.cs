namespace Creative.Engine;

/// <summary>What a model is for.</summary>
public enum ModelKind
{
    /// <summary>Paints elements.</summary>
    Elements,

    /// <summary>Proposes layouts.</summary>
    Layout,

    /// <summary>Draws pictures anew with more pixels.</summary>
    Upscaler,

    /// <summary>Turns pictures into vectors that can be compared.</summary>
    Embedder,
}
