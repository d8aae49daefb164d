using System.Diagnostics;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Protections;

/// <summary>A copy of the repository as it stands in the work tree, to be broken and built elsewhere.</summary>
public sealed class ScratchCopy : IDisposable
{
    private static readonly string _repository = Path.GetFullPath(Path.Combine(BenchFiles.Out, "..", ".."));

    private ScratchCopy(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>What git knows, and what it would add.</summary>
    public static async Task<ScratchCopy> MakeAsync()
    {
        var copy = new ScratchCopy(BenchFiles.NewFolder());
        var (_, files) = await RunAsync(_repository, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(_repository, file))))
        {
            var target = Path.Combine(copy.Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(_repository, file), target);
        }

        return copy;
    }

    /// <summary>Takes protections out; the files are as before when the result is disposed.</summary>
    public IDisposable Without(IEnumerable<Protection> protections)
    {
        var before = new Dictionary<string, string>();
        foreach (var (protection, edit) in protections.SelectMany(protection => protection.Edits.Select(edit => (protection, edit))))
        {
            var file = Path.Combine(Folder, edit.File);
            var text = File.ReadAllText(file);
            before.TryAdd(file, text);
            var parts = text.Split(edit.From);
            File.WriteAllText(file, parts.Length == 2
                ? string.Join(edit.To, parts)
                : throw new BenchException($"\"{protection.Name}\": {edit.File} has its text {parts.Length - 1} times, not once: {edit.From}"));
        }

        return new Restored(before);
    }

    /// <summary>Builds the tests and all they need; warnings are nobody's concern here.</summary>
    public async Task<bool> BuildAsync()
    {
        var (code, output) = await RunAsync(
            Folder, "dotnet", "build", "RoomMonitor.Tests", "-v", "quiet", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false");
        if (code != 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()));
        }

        return code == 0;
    }

    /// <summary>Runs tests, and gives back each with whether it passed: of a theory, whether all of its cases did.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> TestAsync(IEnumerable<string> tests)
    {
        var results = Path.Combine(Folder, "artifacts", "protections");
        var filter = string.Join('|', tests.Select(test => $"FullyQualifiedName~.{test}"));
        await RunAsync(
            Folder, "dotnet", "test", "RoomMonitor.Tests", "--no-build", "--filter", filter, "--logger", "trx;LogFileName=results.trx", "--results-directory", results);
        return TestResults.Read(Path.Combine(results, "results.trx"));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new BenchException($"{program} could not be started.");

        // What fails is told by the results; both are read at once, or a full pipe would stop the program.
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Task.WhenAll(output, errors, process.WaitForExitAsync());
        return (process.ExitCode, await output);
    }

    private sealed class Restored(IReadOnlyDictionary<string, string> before) : IDisposable
    {
        public void Dispose()
        {
            foreach (var (file, text) in before)
            {
                File.WriteAllText(file, text);
            }
        }
    }
}
