using Microsoft.Extensions.Configuration.Json;

namespace RoomMonitor.Web.Hosting.Configuration;

public static class ConfigurationExtensions
{
    private const string FileName = "appsettings.json";

    /// <summary>
    /// The one configuration file stands beside the program, not in the content root of <c>dotnet run</c>: it takes the place of the
    /// framework's files, below environment variables and arguments. What only Development has is set below it, in code.
    /// </summary>
    public static WebApplicationBuilder AddRoomMonitorConfiguration(this WebApplicationBuilder builder)
    {
        var sources = ((IConfigurationBuilder)builder.Configuration).Sources;
        var first = sources.OfType<JsonConfigurationSource>().Select(source => sources.IndexOf(source)).DefaultIfEmpty(sources.Count).Min();
        foreach (var source in sources.OfType<JsonConfigurationSource>().Where(source => source.Path?.StartsWith("appsettings", StringComparison.Ordinal) == true).ToList())
        {
            sources.Remove(source);
        }

        var file = new JsonConfigurationSource
        {
            Path = Path.Combine(AppContext.BaseDirectory, FileName),
            Optional = false,
            ReloadOnChange = false,
        };
        file.ResolveFileProvider();
        sources.Insert(first, file);
        if (builder.Environment.IsDevelopment())
        {
            sources.Insert(first + 1, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = DevelopmentDefaults });
        }

        return builder;
    }

    private static IEnumerable<KeyValuePair<string, string?>> DevelopmentDefaults =>
    [
        new("Demo:Seed", "true"),
        new("Demo:Simulate", "true"),
        new("Cors:AllowedOrigins:0", "*"),
    ];
}
