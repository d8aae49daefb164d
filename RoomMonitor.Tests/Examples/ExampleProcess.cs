using System.Diagnostics;
using System.Threading.Channels;
using RoomMonitor.Tests.Architecture;

namespace RoomMonitor.Tests.Examples;

/// <summary>One of docs/examples/ as a process, whose lines can be waited for.</summary>
internal sealed class ExampleProcess : IAsyncDisposable
{
    /// <summary>A first run of the C# one compiles it, on a machine that may be busy.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    private ExampleProcess(Process process) => _process = process;

    public static string Folder { get; } = Path.Combine(RepositorySource.Root, "docs", "examples");

    public static ExampleProcess Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        var example = new ExampleProcess(Process.Start(start)!);
        example._process.OutputDataReceived += (_, line) => example.Hear(line.Data);
        example._process.ErrorDataReceived += (_, line) => example.Hear(line.Data);
        example._process.BeginOutputReadLine();
        example._process.BeginErrorReadLine();
        return example;
    }

    /// <summary>Runs to the end; null where there is no such program.</summary>
    public static async Task<(int ExitCode, string Output)?> TryRunAsync(string program, params string[] arguments)
    {
        try
        {
            await using var example = Start(program, arguments);
            await example._process.WaitForExitAsync().WaitAsync(_patience);
            return (example._process.ExitCode, example.Output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Reads on until a line begins so.</summary>
    public async Task LineAsync(string beginning)
    {
        using var deadline = new CancellationTokenSource(_patience);
        try
        {
            while (!(await _lines.Reader.ReadAsync(deadline.Token)).StartsWith(beginning, StringComparison.Ordinal))
            {
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No line \"{beginning}\" in:{Environment.NewLine}{Output}");
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }

            _lines.Writer.TryWrite(line);
        }
    }
}
