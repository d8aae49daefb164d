using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace RoomMonitor.Tests.Support;

/// <summary>Lets a request to the server in the test's process say where it comes from: there is no connection that would.</summary>
internal sealed class FromAddress : IStartupFilter
{
    public const string Header = "X-Test-Address";

    public static void Register(IServiceCollection services) => services.AddSingleton<IStartupFilter, FromAddress>();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(following => context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[Header], out var address) ? address : null;
            return following(context);
        });
        next(app);
    };
}
