using Creative.Contract.V1;
using Creative.Labeling.Server;
using Creative.Labeling.SignIn;
using Creative.Labeling.Texts;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Creative.Labeling.Pages;

/// <summary>Signs in with a rater key, and out again.</summary>
public sealed class SignInModel(LabelingService.LabelingServiceClient client, TimeProvider clock, Translator texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <value>Why it did not work; null before a try.</value>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? key)
    {
        // What is pasted often brings the end of its line along.
        key = key?.Trim() ?? "";
        try
        {
            var rater = await client.SignInAsync(new SignInRequest { Key = key }, RaterCall.WithKey("", clock, HttpContext.RequestAborted));
            await HttpContext.SignInAsync(RaterSession.Scheme, RaterSession.Of(rater, key));
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }
        catch (RpcException refusal) when (refusal.StatusCode is Grpc.Core.StatusCode.Unauthenticated or Grpc.Core.StatusCode.InvalidArgument)
        {
            Problem = texts["signin.unknown"];
        }
        catch (RpcException failure) when (failure.StatusCode is Grpc.Core.StatusCode.Unavailable or Grpc.Core.StatusCode.DeadlineExceeded)
        {
            Problem = texts["signin.unavailable"];
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostOutAsync()
    {
        await HttpContext.SignOutAsync(RaterSession.Scheme);
        return LocalRedirect(RaterSession.SignInPath);
    }
}
