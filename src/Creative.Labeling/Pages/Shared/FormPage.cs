using Creative.Contract.V1;
using Creative.Labeling.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages.Shared;

/// <summary>A page with a form: what the server refuses is shown above it, every field at once, with what was typed still there.</summary>
public abstract class FormPage : PageModel
{
    /// <value>Why the form was refused; empty before a try.</value>
    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Reads what the page shows.</summary>
    public abstract Task OnGetAsync();

    /// <summary>Does what the form asks. On a refusal the page is shown again with its problems.</summary>
    protected async Task<IActionResult> SubmitAsync(Func<Task<IActionResult>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException error) when (error.StatusCode is Grpc.Core.StatusCode.InvalidArgument or Grpc.Core.StatusCode.FailedPrecondition or Grpc.Core.StatusCode.AlreadyExists)
        {
            var refusal = ServerRefusal.Of(error);
            Problems = refusal.Problems.Count > 0 ? refusal.Problems : [new FieldProblem { Description = refusal.Message }];
        }

        await OnGetAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
