using Microsoft.AspNetCore.DataProtection;
using RoomMonitor.Web.Configuration;

namespace RoomMonitor.Web.Accounts;

/// <summary>The keys behind cookies, tokens and forms lie in a folder, so that a restart signs nobody out.</summary>
internal static class ProtectionKeys
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static void AddProtectionKeys(this WebApplicationBuilder builder)
    {
        var folder = Path.GetFullPath(
            builder.Configuration["Accounts:KeyFolder"] is { Length: > 0 } configured ? configured : Path.Combine("data", "keys"),
            builder.Environment.ContentRootPath);
        builder.Services.AddDataProtection().SetApplicationName("RoomMonitor").PersistKeysToFileSystem(Create(folder));

        // The framework warns that the keys aren't encrypted at rest. Here the folder's permissions guard them, as they do the database.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    private static DirectoryInfo Create(string folder)
    {
        try
        {
            // An existing folder keeps its mode (it may be a mounted volume); the framework writes each key as 0600.
            return OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationException($"Accounts:KeyFolder {folder} can't be used: {exception.Message}");
        }
    }
}
