using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>
/// By which a screen knows that another server than the one its page came from answers: version, commit, and the build's own mark, for a build without a
/// repository knows no commit. "0.9.0+49e4b9c-b2810724".
/// </summary>
internal static class ScreenVersion
{
    private const int CommitLength = 7;

    private const int BuildLength = 8;

    public static string Current { get; } = Of(ProductVersion.Full, typeof(ScreenVersion).Module.ModuleVersionId);

    private static string Of(string informationalVersion, Guid build)
    {
        var commit = informationalVersion.IndexOf('+', StringComparison.Ordinal) + 1;
        var known = commit == 0 ? informationalVersion : informationalVersion[..Math.Min(informationalVersion.Length, commit + CommitLength)];
        return $"{known}-{build.ToString("N")[..BuildLength]}";
    }
}
