using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RoomMonitor.Data;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Security;

/// <summary>What lies on the disk of this program: the data folder, the keys, and an embedded database with what SQLite has beside it.</summary>
internal static class OwnFiles
{
    private static readonly string[] _besideDatabase = ["", "-wal", "-shm", "-journal"];

    /// <summary>Takes them from every other user of the machine, whatever an older version, a copy or a volume left; says where that can't be.</summary>
    public static void Tighten(WebApplication app)
    {
        var log = app.Services.GetRequiredService<SecurityLog>();
        foreach (var path in FoldersOf(app).Concat(FilesOf(app)).Where(Path.Exists))
        {
            if (OwnerOnly.Tighten(path) is { } reason)
            {
                log.FileIsOpen(path, reason);
            }
        }
    }

    private static IEnumerable<string> FoldersOf(WebApplication app) =>
        new[] { ProgramFolder.DataFolder(app.Configuration, app.Environment), KeysOf(app)?.FullName }.OfType<string>();

    private static IEnumerable<string> FilesOf(WebApplication app)
    {
        using var context = app.Services.GetRequiredService<IDbContextFactory<RoomMonitorDbContext>>().CreateDbContext();
        var database = context.Database.IsSqlite() ? SqliteFile.Of(context.Database.GetConnectionString()) : null;
        var keys = KeysOf(app) is { Exists: true } folder ? folder.EnumerateFiles().Select(file => file.FullName) : [];
        return [.. keys, .. database is null ? [] : _besideDatabase.Select(suffix => database + suffix)];
    }

    private static DirectoryInfo? KeysOf(WebApplication app) =>
        (app.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository as FileSystemXmlRepository)?.Directory;
}
