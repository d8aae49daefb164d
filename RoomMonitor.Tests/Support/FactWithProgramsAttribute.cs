namespace RoomMonitor.Tests.Support;

/// <summary>A test that runs programs of the machine: skipped, and counted so, where one of them isn't in the path.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithProgramsAttribute : FactAttribute
{
    public FactWithProgramsAttribute(params string[] programs)
    {
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        if (Array.Find(programs, program => !Array.Exists(folders, folder => File.Exists(Path.Combine(folder, program)))) is { } missing)
        {
            Skip = $"There is no {missing} here.";
        }
    }
}
