using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace RoomMonitor.Bench.Core;

/// <summary>A server as a process of its own on a port of its own, in a folder that goes with it.</summary>
public sealed class MeasuredServer : IAsyncDisposable
{
    private readonly Process _process;
    private int _loggedErrors;

    private MeasuredServer(Process process, int port)
    {
        _process = process;
        Address = new Uri($"http://127.0.0.1:{port}/");
        Meter = new ProcessMeter(process.Id);
    }

    public Uri Address { get; }

    public int ProcessId => _process.Id;

    public ProcessMeter Meter { get; }

    /// <summary>Lines of its log that begin as errors do.</summary>
    public int LoggedErrors => Volatile.Read(ref _loggedErrors);

    /// <summary>From start to the first answered request.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>RoomMonitor, published, in Production, without a limit on requests.</summary>
    /// <param name="folder">Where its database lies (<see cref="BenchDatabase"/>).</param>
    /// <param name="settings">Such as <c>WebSockets:QueueLength=8</c>.</param>
    public static Task<MeasuredServer> StartRoomMonitorAsync(string executable, string folder, params string[] settings)
    {
        var port = FreePort();
        return StartAsync(
            executable,
            port,
            folder,
            [
                "--urls", $"http://127.0.0.1:{port}", $"--Data:Folder={folder}", "--environment", "Production",
                $"--ConnectionStrings:RoomMonitor=Data Source={Path.Combine(folder, "roommonitor.db")}",
                "--RateLimits:RequestsPerMinute=1000000", "--Booking:MostPerHour=0", "--Logging:LogLevel:Default=Warning", "--Campus:TimeZone=Etc/UTC",
                .. settings.Select(setting => $"--{setting}"),
            ],
            "health/ready",
            []);
    }

    /// <summary>Any other server that takes its port from <c>PORT</c>.</summary>
    public static Task<MeasuredServer> StartOtherAsync(string executable, string folder, IReadOnlyList<string> arguments, string ready, IReadOnlyDictionary<string, string> environment)
    {
        var port = FreePort();
        return StartAsync(executable, port, folder, arguments, ready, environment.Append(new("PORT", $"{port}")));
    }

    /// <summary>A client that is signed in as the user of <see cref="BenchDatabase"/>.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = Address };
        using var answer = await client.PostAsJsonAsync("api/auth/login/", new { email = BenchDatabase.Email, password = BenchDatabase.Password });
        answer.EnsureSuccessStatusCode();
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.GetProperty("access").GetString());
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        else
        {
            await Console.Error.WriteLineAsync($"The server had ended by itself, with code {_process.ExitCode}.");
        }

        _process.Dispose();
    }

    private static async Task<MeasuredServer> StartAsync(
        string executable, int port, string folder, IEnumerable<string> arguments, string ready, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(executable) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new BenchException($"{executable} could not be started.");
        var server = new MeasuredServer(process, port);
        process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        process.BeginOutputReadLine();
        await WaitUntilReadyAsync(process, new Uri($"http://127.0.0.1:{port}/{ready}"));
        server.StartTime = Stopwatch.GetElapsedTime(started);
        return server;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        if (line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _loggedErrors);
        }

        Console.Error.Write(line + "\n");
    }

    private static async Task WaitUntilReadyAsync(Process process, Uri ready)
    {
        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2))
        {
            try
            {
                using var answer = await client.GetAsync(ready);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        throw new BenchException($"{process.StartInfo.FileName} did not become ready.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
