using Creative.Contract.V1;

namespace Creative.Cli.Reading;

/// <summary>A brief from a file in proto3 JSON, or from standard input.</summary>
internal static class BriefFile
{
    private const long Largest = 1 << 20;

    /// <param name="path">"-" is standard input.</param>
    /// <exception cref="CliException">It is not a brief.</exception>
    public static Brief Read(string path) => path == "-"
        ? InputFile.Parse<Brief>(ReadStandardInput(), "Standard input", "brief")
        : InputFile.Parse<Brief>(InputFile.Read(path, Largest), path, "brief");

    private static byte[] ReadStandardInput()
    {
        using var buffer = new MemoryStream();
        using var input = Console.OpenStandardInput();
        input.CopyTo(buffer);
        return buffer.ToArray();
    }
}
