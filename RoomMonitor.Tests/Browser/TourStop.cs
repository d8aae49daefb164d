using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>One thing that the tour looks at.</summary>
/// <param name="Name">Of its pictures.</param>
/// <param name="Path">Where it is on this campus.</param>
internal sealed record TourStop(string Name, Func<TourCampus, string> Path)
{
    /// <summary>Who is signed in; null for nobody.</summary>
    public string? User { get; init; }

    public string Locale { get; init; } = "en-GB";

    /// <summary>The hint for newcomers is there.</summary>
    public bool IsFirstVisit { get; init; }

    /// <summary>Then a browser complains by itself.</summary>
    public bool LosesConnection { get; init; }

    /// <summary>Opens what is to be looked at.</summary>
    public Func<IPage, TourCampus, Task> PrepareAsync { get; init; } = (_, _) => Task.CompletedTask;
}
