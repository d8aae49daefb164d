using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using RoomMonitor.Data;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Accounts;

/// <summary>The keys behind cookies, tokens and forms lie in a folder, so that a restart signs nobody out.</summary>
internal static class ProtectionKeys
{
    public static void AddProtectionKeys(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Accounts:KeyFolder"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured, builder.Environment.ContentRootPath)
            : Path.Combine(builder.DataFolder(), "keys");
        var protection = builder.Services.AddDataProtection().SetApplicationName("RoomMonitor").PersistKeysToFileSystem(Create(folder));
        if (KeyCertificate.Find(builder.Configuration, builder.Environment.ContentRootPath) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        // The framework warns that keys aren't encrypted at rest. Without a certificate the folder's mode guards them, as it does the database.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    /// <summary>Whether they can be read, and made where there is none.</summary>
    public static void Try(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector(nameof(ProtectionKeys));
        protector.Unprotect(protector.Protect([1]));
    }

    /// <summary>Without them every page with a form and every sign-in would fail: the server doesn't start.</summary>
    /// <exception cref="ConfigurationException">They can't be read, or not be made.</exception>
    public static void RequireProtectionKeys(this WebApplication app)
    {
        try
        {
            Try(app.Services.GetRequiredService<IDataProtectionProvider>());
        }
        catch (Exception exception)
        {
            var repository = app.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository as FileSystemXmlRepository;
            throw new ConfigurationException($"The keys in {repository?.Directory} can't be used (Accounts:KeyFolder): {exception.GetBaseException().Message}");
        }
    }

    private static DirectoryInfo Create(string folder)
    {
        try
        {
            return OwnerOnly.CreateFolder(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ConfigurationException($"Accounts:KeyFolder {folder} can't be used: {exception.Message}");
        }
    }
}
