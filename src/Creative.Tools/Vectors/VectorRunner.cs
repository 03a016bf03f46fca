namespace Creative.Tools.Vectors;

/// <summary>Runs one case.</summary>
internal static class VectorRunner
{
    public static VectorResult Run(string file, VectorCase item) =>
        new(file, item.Scheduler, item.Test, false, $"unknown scheduler '{item.Scheduler}'.", null, null, item.Sum?.Value, item.Mean?.Value);
}
