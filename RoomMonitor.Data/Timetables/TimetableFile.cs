namespace RoomMonitor.Data.Timetables;

/// <summary>One CSV file of a timetable: the name that messages call it by, and its bytes (UTF-8, with or without BOM).</summary>
public sealed record TimetableFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Larger files are refused: a timetable of a whole university is a few MB.</summary>
    public const int MaximumLength = 64 * 1024 * 1024;

    /// <exception cref="IOException">It isn't there, can't be read, or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">Not readable for this user, or a folder.</exception>
    public static async Task<TimetableFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        return new FileInfo(path).Length <= MaximumLength
            ? new TimetableFile(name, await File.ReadAllBytesAsync(path, cancellationToken))
            : throw new IOException($"{name} is larger than {MaximumLength / (1024 * 1024)} MB.");
    }
}
