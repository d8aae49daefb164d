using Microsoft.AspNetCore.Hosting.StaticWebAssets;

namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>
/// Where the program and what belongs to it lie: never the folder in which it was started, which a systemd unit, cron or a shell may set to
/// anything.
/// </summary>
internal static class ProgramFolder
{
    private const string AssetFolder = "wwwroot";

    private const string AssetList = "RoomMonitor.Web.staticwebassets.endpoints.json";

    /// <summary>One of each kind: our own, the framework's, the packages', and what the build puts together.</summary>
    private static readonly string[] _assets =
        ["app.css", "js/app.js", "service-worker.js", "RoomMonitor.Web.styles.css", "_framework/blazor.web.js", "_content/MudBlazor/MudBlazor.min.css"];

    /// <summary>Of a published program its own folder; of one that was only built its project.</summary>
    public static string Find() => Find(AppContext.BaseDirectory);

    internal static string Find(string program)
    {
        if (Directory.Exists(Path.Combine(program, AssetFolder)))
        {
            return program;
        }

        var folder = new DirectoryInfo(program);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RoomMonitor.Web.csproj")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? program;
    }

    /// <summary>Database and keys: <c>Data:Folder</c>, as shipped <c>data</c> beside the program.</summary>
    public static string DataFolder(this WebApplicationBuilder builder) => DataFolder(builder.Configuration, builder.Environment);

    public static string DataFolder(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } configured ? configured : "data", environment.ContentRootPath);

    /// <summary>A server without them would answer each with nothing, and call itself ready.</summary>
    /// <exception cref="ConfigurationException">The files of the pages aren't there.</exception>
    public static void RequireAssets(this WebApplicationBuilder builder)
    {
        try
        {
            if (!builder.Environment.IsDevelopment())
            {
                // Of a program that was only built they lie where the build found them; in Development the framework looks there by itself.
                StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
            }
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new ConfigurationException($"The files of the pages are missing: {exception.Message} Publish the program again (dotnet publish).");
        }

        var files = builder.Environment.WebRootFileProvider;
        if (Array.Find(_assets, asset => files.GetFileInfo(asset) is not { Exists: true, Length: > 0 }) is { } missing)
        {
            throw Missing(Path.Combine(builder.Environment.ContentRootPath, AssetFolder, missing));
        }

        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, AssetList)))
        {
            throw Missing(Path.Combine(AppContext.BaseDirectory, AssetList));
        }
    }

    private static ConfigurationException Missing(string file) =>
        new($"The files of the pages are missing, {file} to begin with. Publish the program (dotnet publish) and start it where it was published to.");
}
