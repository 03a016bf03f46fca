using Creative.Server.Tests.Hosting;
using Microsoft.Playwright;

namespace Creative.Labeling.Tests.Hosting;

/// <summary>One browser for all tests; each test gets a profile of its own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private readonly DirectoryInfo _fonts = Directory.CreateTempSubdirectory("creative-fonts-");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not started.");

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Path is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // The sandbox of the browser does not work for root; what it opens here is our own.
            Args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
            Env = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
                .Select(variable => KeyValuePair.Create((string)variable.Key, (string)variable.Value!))
                .Where(variable => variable.Key != "FONTCONFIG_FILE")
                .Append(KeyValuePair.Create("FONTCONFIG_FILE", FontConfiguration(_fonts.FullName))),
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _fonts.Delete(recursive: true);
    }

    // A bare Debian has no Chinese font; the project brings some along.
    private static string FontConfiguration(string folder)
    {
        var fonts = Path.Combine(Repository.Root, "deps", "node_modules", "@expo-google-fonts");
        string[] faces = ["inter/400Regular", "inter/500Medium", "inter/600SemiBold", "noto-sans-sc/400Regular", "noto-sans-sc/500Medium", "noto-sans-sc/600SemiBold"];
        var file = Path.Combine(folder, "fonts.conf");
        File.WriteAllText(file, $"""
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              {string.Concat(faces.Select(face => $"<dir>{Path.Combine(fonts, face)}</dir>"))}
              <cachedir>{folder}</cachedir>
            </fontconfig>
            """);
        return file;
    }
}

[CollectionDefinition(Name)]
public sealed class ChromiumTests : ICollectionFixture<Chromium>
{
    public const string Name = "chromium";
}
