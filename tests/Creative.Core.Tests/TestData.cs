using System.Text.Json;

namespace Creative.Core.Tests;

/// <summary>Reference values that lie beside the tests.</summary>
internal static class TestData
{
    /// <param name="path">From the project's folder, with forward slashes.</param>
    public static JsonDocument Json(string path)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(path)
            ?? throw new FileNotFoundException($"{path} is not embedded in the tests.", path);
        return JsonDocument.Parse(stream);
    }
}
