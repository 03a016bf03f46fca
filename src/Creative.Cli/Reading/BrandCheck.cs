using Creative.Cli.Showing;
using Creative.Contract.V1;
using Grpc.Core;

namespace Creative.Cli.Reading;

/// <summary>Every problem of a brand folder at once: of its files, which are read here, and of its content, which the server knows.</summary>
internal static class BrandCheck
{
    /// <param name="read">What <see cref="BrandFolder.Inspect"/> made of the folder.</param>
    /// <returns>The brand with its version, or every problem; never both.</returns>
    public static async Task<(Brand? Answer, IReadOnlyList<Problem> Problems)> RunAsync(
        BrandService.BrandServiceClient brands, (Brand? Brand, IReadOnlyList<Problem> Problems) read, CancellationToken cancellation)
    {
        if (read.Brand is null)
        {
            return (null, read.Problems);
        }

        try
        {
            var answer = await brands.PutBrandAsync(new PutBrandRequest { Brand = read.Brand, ValidateOnly = true }, cancellationToken: cancellation);
            return read.Problems.Count == 0 ? (answer, []) : (null, read.Problems);
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.InvalidArgument)
        {
            // A logo that could not be read reached the server as an empty one: told once is enough.
            var told = read.Problems.Select(problem => problem.Field.Replace(".file", ".svg", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            return (null, [.. read.Problems, .. RpcProblems.Violations(refusal).Where(problem => !told.Contains(problem.Field))]);
        }
    }
}
