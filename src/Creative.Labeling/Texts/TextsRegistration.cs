namespace Creative.Labeling.Texts;

internal static class TextsRegistration
{
    public static IServiceCollection AddTexts(this IServiceCollection services) => services
        .AddSingleton<TextCatalog>()
        .AddScoped(provider =>
        {
            var context = provider.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("Texts are said for a request.");
            var locale = Preference.LocaleOf(context);
            return new Translator(locale, provider.GetRequiredService<TextCatalog>().Of(locale));
        });
}
