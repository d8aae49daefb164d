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
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!File.Exists(Path.Combine(_repository, file)))
            {
                continue;
            }

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
            if (parts.Length != 2)
            {
                throw new BenchException($"\"{protection.Name}\": {edit.File} has this {parts.Length - 1} times, not once: {edit.From}");
            }

            File.WriteAllText(file, string.Join(edit.To, parts));
        }

        return new Restored(before);
    }

    /// <summary>Builds the tests and all they need; warnings are nobody's concern here.</summary>
    public async Task<bool> BuildAsync()
    {
        string[] options = ["-v", "quiet", "-nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"];
        var (code, output) = await RunAsync(Folder, "dotnet", ["build", "RoomMonitor.Tests", .. options]);
        if (code != 0)
        {
            var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct();
            await Console.Error.WriteLineAsync(string.Join('\n', errors));
        }

        return code == 0;
    }

    /// <summary>Runs tests, and gives back each with why it failed, or null: of a theory, the first of its cases that did.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> TestAsync(IEnumerable<string> tests)
    {
        var results = Path.Combine(Folder, "artifacts", "protections");
        var filter = string.Join('|', tests.Select(test => $"FullyQualifiedName~.{test}"));
        string[] logger = ["--logger", "trx;LogFileName=results.trx", "--results-directory", results];
        await RunAsync(Folder, "dotnet", ["test", "RoomMonitor.Tests", "--no-build", "--filter", filter, .. logger]);
        return TestResults.Read(Path.Combine(results, "results.trx"));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static async Task<(int Code, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
