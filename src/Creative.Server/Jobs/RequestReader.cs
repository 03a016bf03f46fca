using System.Text.RegularExpressions;
using Creative.Contract.V1;
using Creative.Core.Briefs;
using Creative.Server.Brands;
using Creative.Server.Errors;
using Creative.Server.Mapping;
using Grpc.Core;
using Brand = Creative.Core.Brands.Brand;
using Brief = Creative.Core.Briefs.Brief;

namespace Creative.Server.Jobs;

/// <summary>Reads a request to render: a valid brief and its brand come out, or every problem of the request at once.</summary>
public sealed partial class RequestReader(BrandRegistry brands, BriefValidator validator, PaintingInForce painting)
{
    /// <param name="brandVersion">Null: the one that the brief asks for, or the published one.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem; FAILED_PRECONDITION when the brand can no longer be used.</exception>
    public async Task<(Brief Brief, Brand Brand)> ReadAsync(RenderRequest request, string? brandVersion, CancellationToken cancellation)
    {
        var problems = new List<FieldProblem>();
        if (!RequestIdPattern().IsMatch(request.RequestId))
        {
            problems.Add(new FieldProblem("request_id", "is up to 64 characters of [A-Za-z0-9._:-]"));
        }

        OptionsProblems.Find(request.Options ?? new RenderOptions(), painting, problems);
        if (request.Brief is null)
        {
            problems.Add(new FieldProblem("brief", "is required"));
            throw Refusals.BadRequest(problems);
        }

        var brand = await brands.FindAsync(request.Brief.Brand, brandVersion ?? request.Brief.BrandVersion, cancellation);
        if (brand is null && request.Brief.BrandVersion.Length > 0)
        {
            // The rest of the brief is read against the published version, so that every problem is told at once.
            brand = await brands.FindAsync(request.Brief.Brand, version: null, cancellation);
            if (brand is not null)
            {
                problems.Add(new FieldProblem("brief.brand_version", "there is no such version of the brand; BrandService.ListBrandVersions lists them"));
            }
        }

        var verdict = validator.Validate(BriefMapping.ToDraft(request.Brief), _ => brand);
        problems.AddRange(verdict.Problems);
        return problems.Count == 0 ? (verdict.Brief!, verdict.Brand!) : throw Refusals.BadRequest(problems);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{0,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RequestIdPattern();
}
