using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace RoomMonitor.Tests.Support;

/// <summary>
/// The server as a process of its own, as it was built, in Development, on a port of its own. Stopping and starting it again keeps folder,
/// database and port.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    /// <summary>Those that run. None is left behind, whatever became of the test that started it.</summary>
    private static readonly ConcurrentDictionary<int, Process> _running = [];

    static ServerProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in _running.Values)
        {
            process.Kill(entireProcessTree: true);
        }
    };

    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly string[] _settings;
    private readonly int? _openFiles;
    private readonly string? _program;
    private readonly ConcurrentDictionary<string, (string Token, long Since)> _tokens = [];
    private readonly List<string> _output = [];
    private Process? _process;

    private ServerProcess(string? folder, int? openFiles, string[] settings, string? program = null)
    {
        _program = program;
        _openFiles = openFiles;
        _ownsFolder = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("roommonitor-server-").FullName;
        _settings = settings;
        Address = new Uri($"http://127.0.0.1:{FreePort()}/");
    }

    public Uri Address { get; }

    public string Database => Path.Combine(_folder, "roommonitor.db");

    private string[] InDevelopment =>
    [
        "--environment", "Development", $"--Data:Folder={_folder}", "--Demo:Seed=false", "--Demo:Simulate=false", "--Booking:MostPerHour=0", $"--ConnectionStrings:RoomMonitor=Data Source={Database}",
    ];

    /// <summary>What it wrote so far, for a failure's message.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join(Environment.NewLine, _output);
            }
        }
    }

    /// <param name="folder">Where database and keys lie; null for a new folder that goes with the process.</param>
    /// <param name="settings">Such as <c>Demo:Seed=true</c>; the demo is off otherwise.</param>
    public static Task<ServerProcess> StartAsync(string? folder = null, params string[] settings) => StartAsync(folder, null, settings);

    /// <param name="openFiles">How many files the process may have open.</param>
    public static Task<ServerProcess> StartAsync(int openFiles) => StartAsync(null, openFiles, []);

    /// <summary>In Production, with nothing said but where it listens.</summary>
    /// <param name="program">Where it lies.</param>
    /// <param name="from">The folder in which it is started.</param>
    public static async Task<ServerProcess> StartProgramAsync(string program, string from, params string[] settings)
    {
        return await StartedAsync(new ServerProcess(from, null, settings, program));
    }

    private static Task<ServerProcess> StartAsync(string? folder, int? openFiles, string[] settings) => StartedAsync(new ServerProcess(folder, openFiles, settings));

    private static async Task<ServerProcess> StartedAsync(ServerProcess server)
    {
        try
        {
            // What the demo campus is depends on the time at which it is made.
            var demo = server._program is null && server._settings.Contains("Demo:Seed=true")
                ? $"demo {Array.Find(server._settings, setting => setting.StartsWith("Clock:StartAt=", StringComparison.Ordinal))}"
                : null;
            if (demo is not null)
            {
                DatabaseTemplates.CopyDemo(demo, server.Database);
            }

            await server.StartAgainAsync();
            if (demo is not null)
            {
                await DatabaseTemplates.KeepDemoAsync(demo, server.Database);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo(_openFiles is null ? "dotnet" : "sh") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            .. _openFiles is null ? Array.Empty<string>() : ["-c", $"ulimit -n {_openFiles}; exec dotnet \"$@\"", "sh"],
            Path.Combine(_program ?? AppContext.BaseDirectory, "RoomMonitor.Web.dll"),
            "--urls", Address.ToString(),
            .. _program is null ? InDevelopment : [],
            .. _settings.Select(setting => $"--{setting}"),
        ];
        if (_program is not null)
        {
            start.WorkingDirectory = _folder;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _running[_process.Id] = _process;
        _process.OutputDataReceived += (_, line) => Remember(line.Data);
        _process.ErrorDataReceived += (_, line) => Remember(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            await WaitUntilReadyAsync();
        }
        catch
        {
            // Whoever asked for it hears that there is none: then there is none.
            Kill();
            throw;
        }
    }

    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(_patience);
            }
            catch (TimeoutException)
            {
                var said = Output;
                Kill();
                throw new InvalidOperationException($"The server did not stop:{Environment.NewLine}{said}");
            }
        }

        Forget();
    }

    private void Kill()
    {
        _process?.Kill(entireProcessTree: true);
        Forget();
    }

    private void Forget()
    {
        if (_process is not null)
        {
            _running.TryRemove(_process.Id, out _);
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>A client without a token, or signed in as one of the demo users.</summary>
    public async Task<HttpClient> ClientAsync(string? email = null)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = _patience };
        if (email is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", await TokenAsync(client, email));
        }

        return client;
    }

    /// <summary>One that is used again, for a while that is shorter than its life: to check a password costs more than most tests.</summary>
    private async Task<string> TokenAsync(HttpClient client, string email)
    {
        if (_tokens.TryGetValue(email, out var kept) && Stopwatch.GetElapsedTime(kept.Since) < TimeSpan.FromMinutes(5))
        {
            return kept.Token;
        }

        using var answer = await client.PostAsJsonAsync("api/auth/login/", new { email, password = "Demo-campus-1" });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access").GetString()!;
        _tokens[email] = (token, Stopwatch.GetTimestamp());
        return token;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilReadyAsync()
    {
        // Longer than anything else is waited for: on a busy machine several servers compile themselves at once.
        using var client = new HttpClient { BaseAddress = Address, Timeout = _patience };
        var started = Stopwatch.StartNew();
        while (true)
        {
            if (_process!.HasExited || started.Elapsed > 2 * _patience)
            {
                var how = _process.HasExited ? $"ended with {_process.ExitCode}" : $"was not ready after {started.Elapsed.TotalSeconds:0} s";
                throw new InvalidOperationException($"The server did not start, it {how}:{Environment.NewLine}{Output}");
            }

            try
            {
                if ((await client.GetAsync("health/ready")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or too busy to answer.
            }

            await Task.Delay(100);
        }
    }

    private void Remember(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }
}
