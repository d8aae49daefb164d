using System.Globalization;

namespace RoomMonitor.Web.Languages;

/// <summary>A language that the pages are written in.</summary>
/// <param name="Code">Two letters, as a profile keeps it.</param>
/// <param name="Name">In the language itself.</param>
/// <param name="Culture">Of its dates and times, where the browser says nothing more.</param>
public sealed record PageLanguage(string Code, string Name, CultureInfo Culture);
