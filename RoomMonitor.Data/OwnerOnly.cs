namespace RoomMonitor.Data;

/// <summary>Folders and files that nobody but the user who runs the program may look into: 0700 and 0600. On Windows the folder's own rights count.</summary>
public static class OwnerOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>An existing folder stays as it is; <see cref="Tighten"/> closes it.</summary>
    public static DirectoryInfo CreateFolder(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Folder);

    /// <summary>An empty file where there is none: what else SQLite makes beside it gets its mode.</summary>
    public static void CreateFile(string path)
    {
        if (OperatingSystem.IsWindows() || System.IO.File.Exists(path))
        {
            return;
        }

        try
        {
            using var created = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = File });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Made in this moment by another process, or not to be made at all: whoever opens it next says which.
        }
    }

    /// <summary>Takes a file or a folder from everybody else.</summary>
    /// <returns>Why that can't be; null where it is done, or was so already.</returns>
    public static string? Tighten(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            var mode = System.IO.File.GetUnixFileMode(path);
            if ((mode & ~Folder) == 0)
            {
                return null;
            }

            if (mode.HasFlag(UnixFileMode.StickyBit))
            {
                return "it is a folder that programs share.";
            }

            System.IO.File.SetUnixFileMode(path, mode & Folder);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
