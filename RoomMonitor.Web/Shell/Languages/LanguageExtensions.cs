using Microsoft.AspNetCore.Localization;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Shell.Languages;

public static class LanguageExtensions
{
    /// <summary>The language and the culture of the pages and of their circuits; the API and the sockets have none. After authentication.</summary>
    public static WebApplication UsePageLanguages(this WebApplication app)
    {
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(PageLanguages.Default.Culture),
            SupportedCultures = [.. PageLanguages.Cultures],
            SupportedUICultures = [.. PageLanguages.Cultures],
            RequestCultureProviders = [new PageCultureProvider()],
        };
        app.UseWhen(context => AccountSchemes.IsPage(context.Request.Path), pages =>
        {
            pages.Use(next => context => PageReader.LoadAsync(context, next));
            pages.UseRequestLocalization(options);
        });
        return app;
    }
}
