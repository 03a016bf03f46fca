using Creative.Contract.V1;
using Creative.Server.Errors;
using Creative.Server.Labeling.Mapping;
using Grpc.Core;

namespace Creative.Server.Labeling.Access;

/// <summary>Lets raters in, lists them, makes and changes them.</summary>
public sealed class RaterDesk(RaterDirectory raters, TimeProvider clock)
{
    /// <exception cref="RpcException">UNAUTHENTICATED.</exception>
    public Rater SignIn(string key) => ItemMapping.ToRater(raters.WhoseIs(key) ?? throw AccessRefusals.UnknownKey());

    public ListRatersResponse List() => new() { Raters = { raters.All.Select(ItemMapping.ToRater) } };

    /// <exception cref="RpcException">INVALID_ARGUMENT with every problem.</exception>
    public async Task<PutRaterResponse> PutAsync(PutRaterRequest request, CancellationToken cancellation)
    {
        if (request.Rater is not { } wanted)
        {
            throw Refusals.BadRequest("rater", "is required");
        }

        var admins = raters.All.Where(rater => rater is { Role: RaterRole.Admin, Disabled: false }).ToArray();
        FieldProblem[] problems = [.. RaterReader.Problems(wanted, isLastAdmin: admins is [var only] && only.Id == wanted.Id)];
        if (problems.Length > 0)
        {
            throw Refusals.BadRequest(problems);
        }

        var key = request.NewKey || raters.Find(wanted.Id) is null ? RaterKey.Create() : "";
        var row = await raters.PutAsync(wanted, key, clock.GetUtcNow(), cancellation);
        return new PutRaterResponse { Rater = ItemMapping.ToRater(row), Key = key };
    }
}
