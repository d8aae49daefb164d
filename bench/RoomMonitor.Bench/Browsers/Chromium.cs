using System.Diagnostics;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Browsers;

/// <summary>A headless Chromium with one page, in a profile of its own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    /// <summary>What a headless window loses to the frame that it hasn't.</summary>
    private const int FrameHeight = 87;

    private readonly Process _process;
    private readonly DevTools _tools;
    private readonly string _profile;

    private Chromium(Process process, DevTools tools, string profile, string session)
    {
        (_process, _tools, _profile, Session) = (process, tools, profile, session);
    }

    private string Session { get; }

    public static async Task<Chromium> StartAsync(int width, int height)
    {
        var profile = Directory.CreateTempSubdirectory("roommonitor-browser-").FullName;
        var start = new ProcessStartInfo(Executable) { RedirectStandardError = true };
        foreach (var argument in (string[])
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--remote-debugging-port=0", $"--user-data-dir={profile}", $"--window-size={width},{height + FrameHeight}", "about:blank",
        ])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new BenchException($"{Executable} could not be started.");
        var tools = await DevTools.ConnectAsync(await AddressAsync(process));
        var target = await tools.CallAsync("Target.createTarget", new { url = "about:blank" });
        var attached = await tools.CallAsync("Target.attachToTarget", new { targetId = target.GetProperty("targetId").GetString(), flatten = true });
        return new Chromium(process, tools, profile, attached.GetProperty("sessionId").GetString()!);
    }

    public Task OpenAsync(Uri address) => _tools.CallAsync("Page.navigate", new { url = address.ToString() }, Session);

    /// <summary>The value of a script that gives back a string.</summary>
    public async Task<string> EvaluateAsync(string script)
    {
        var answer = await _tools.CallAsync("Runtime.evaluate", new { expression = script, returnByValue = true }, Session);
        return answer.TryGetProperty("exceptionDetails", out var failure)
            ? throw new BenchException($"The page's script failed: {failure}")
            : answer.GetProperty("result").GetProperty("value").ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _tools.CallAsync("Browser.close", new { });
        await _process.WaitForExitAsync();
        await _tools.DisposeAsync();
        _process.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    /// <summary>It says so among its errors; what else it says is passed over, but read, so that the pipe doesn't fill.</summary>
    private static Task<Uri> AddressAsync(Process process)
    {
        const string Before = "DevTools listening on ";
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                address.TrySetException(new BenchException("Chromium ended before it could be driven."));
            }
            else if (line.Data.StartsWith(Before, StringComparison.Ordinal))
            {
                address.TrySetResult(new Uri(line.Data[Before.Length..]));
            }
        };
        process.BeginErrorReadLine();
        return address.Task;
    }
}
