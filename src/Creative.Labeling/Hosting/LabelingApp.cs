using System.Net;
using Creative.Labeling.Api;
using Creative.Labeling.Server;
using Creative.Labeling.SignIn;
using Creative.Labeling.Texts;
using Microsoft.AspNetCore.DataProtection;

namespace Creative.Labeling.Hosting;

/// <summary>What the app is made of: pages drawn here, modules that run in the browser, and the server behind both.</summary>
public static class LabelingApp
{
    /// <summary>Larger than any batch of events that the station sends.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <param name="configure">Changes before the app is built, such as where it logs to.</param>
    public static WebApplication Build(LabelingOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(LabelingApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(IPAddress.Parse(options.Address), options.Port);
        });
        builder.Services.AddSingleton(TimeProvider.System).AddTexts().AddServerCalls(options.Server).AddRaterSessions();
        builder.Services.AddDataProtection().SetApplicationName("creative-labeling").PersistKeysToFileSystem(KeyFolder(options.Keys));
        builder.Services.AddAntiforgery(antiforgery => antiforgery.HeaderName = ApiRoutes.AntiforgeryHeader);
        builder.Services.AddExceptionHandler<FailureHandler>().AddProblemDetails();
        builder.Services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/").AllowAnonymousToPage("/SignIn").AllowAnonymousToPage("/Preferences").AllowAnonymousToPage("/Failure");
            pages.Conventions.AuthorizeFolder("/Lead", RaterSession.LeadPolicy).AuthorizeFolder("/Admin", RaterSession.LeadPolicy);
        });
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseSecurityHeaders();
        // People get a page for a bare status; the modules read the status itself.
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments(ApiRoutes.Prefix),
            pages => pages.UseStatusCodePagesWithReExecute("/failure", "?status={0}"));
        app.UseExceptionHandler();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapApi();
        return app;
    }

    // Only the account that runs the app may read the keys.
    private static DirectoryInfo KeyFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
