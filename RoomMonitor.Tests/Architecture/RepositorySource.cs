namespace RoomMonitor.Tests.Architecture;

/// <summary>The repository's own files, found upwards from the test's output.</summary>
public static class RepositorySource
{
    public static string Root { get; } = FindRoot();

    /// <summary>Every .cs and .razor file of the shipped projects, by its path from the root, without what a build writes.</summary>
    public static IEnumerable<(string Path, string Text)> Shipped() =>
        from project in Directory.EnumerateDirectories(Root, "RoomMonitor.*")
        where Path.GetFileName(project) != "RoomMonitor.Tests"
        from file in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".razor"
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        let folders = path.Split('/')
        where !folders.Contains("obj") && !folders.Contains("bin") && !folders.Contains("node_modules")
        select (path, File.ReadAllText(file));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RoomMonitor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No RoomMonitor.sln above {AppContext.BaseDirectory}.");
    }
}
