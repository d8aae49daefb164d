using System.Diagnostics;

namespace RoomMonitor.Tests.Support;

/// <summary>The program as a process that ends by itself: a command, or a server that can't start. Nothing of it is kept.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    /// <param name="folder">Where it is started, and database and keys lie in <c>data</c>.</param>
    /// <param name="input">What stands on standard input.</param>
    /// <param name="arguments">Command and settings; the environment is Production unless they say otherwise.</param>
    public static Task<ProgramRun> OfAsync(string folder, string? input, params string[] arguments) =>
        OfProgramAsync(AppContext.BaseDirectory, folder, input, [.. arguments, $"--Data:Folder={Path.Combine(folder, "data")}"]);

    /// <param name="program">Another folder in which the program lies.</param>
    /// <param name="folder">Where it is started.</param>
    public static async Task<ProgramRun> OfProgramAsync(string program, string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var argument in (string[])[Path.Combine(program, "RoomMonitor.Web.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
        }

        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync().WaitAsync(_patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
        }

        return new ProgramRun(process.HasExited ? process.ExitCode : -1, await output, await error);
    }

    /// <summary>It must have ended by this exit code with one line on standard error that says this, and no stack trace anywhere.</summary>
    public void ShouldFail(int exitCode, string says)
    {
        Error.TrimEnd().Should().Contain(says).And.NotContain("\n");
        (Output + Error).Should().NotContain("   at ");
        ExitCode.Should().Be(exitCode);
    }
}
