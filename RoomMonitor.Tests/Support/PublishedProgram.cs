using RoomMonitor.Tests.Architecture;

namespace RoomMonitor.Tests.Support;

/// <summary>The program in a folder of its own, laid out as <c>dotnet publish</c> does it.</summary>
public sealed class PublishedProgram : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("roommonitor-published-");

    public PublishedProgram()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        foreach (var file in built.EnumerateFiles().Where(file => file.Extension is ".dll" or ".json" && !file.Name.EndsWith("runtime.json", StringComparison.Ordinal)))
        {
            file.CopyTo(Path.Combine(Folder, file.Name));
        }

        Directory.CreateSymbolicLink(Path.Combine(Folder, "runtimes"), Path.Combine(built.FullName, "runtimes"));
    }

    public string Folder => _root.FullName;

    /// <summary>The files of the pages.</summary>
    public PublishedProgram WithAssets()
    {
        var ours = Path.Combine(RepositorySource.Root, "RoomMonitor.Web", "wwwroot");
        foreach (var file in Directory.EnumerateFiles(ours, "*", SearchOption.AllDirectories))
        {
            Add(Path.GetRelativePath(ours, file), File.ReadAllBytes(file));
        }

        // What the build brings from elsewhere; nobody reads it here.
        foreach (var other in (string[])["RoomMonitor.Web.styles.css", "_framework/blazor.web.js", "_content/MudBlazor/MudBlazor.min.css"])
        {
            Add(other, "/* */"u8.ToArray());
        }

        return this;
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Add(string path, byte[] content)
    {
        var file = Path.Combine(Folder, "wwwroot", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
