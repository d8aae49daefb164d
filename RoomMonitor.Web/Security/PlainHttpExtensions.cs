namespace RoomMonitor.Web.Security;

public static class PlainHttpExtensions
{
    /// <summary>For what is configured before there are services.</summary>
    public static bool AllowsPlainHttp(this WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() || builder.Configuration.GetValue<bool>("Security:AllowPlainHttp");
}
