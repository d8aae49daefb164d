using RoomMonitor.Domain.Names;

namespace RoomMonitor.Data.Timetables;

/// <summary>The two files, read and expanded. With errors, the rest of it is not complete.</summary>
internal sealed record TimetableSource
{
    public required IReadOnlyList<TimetableError> Errors { get; init; }

    /// <summary>What was found that isn't as the documentation describes it, and was read all the same.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required IReadOnlyList<RoomLine> Rooms { get; init; }

    public required IReadOnlyList<MeetingLine> Meetings { get; init; }

    /// <summary>By line and date.</summary>
    public required IReadOnlyList<MeetingOccurrence> Occurrences { get; init; }

    public required IReadOnlyList<SkippedOccurrence> Skipped { get; init; }

    public static TimetableSource Read(TimetableImportRequest request)
    {
        var (roomErrors, meetingErrors) = (new List<TimetableError>(), new List<TimetableError>());
        var notes = new List<string>();
        var rooms = RoomLines.Read(request.Rooms, roomErrors, notes);
        var codes = rooms.Count == 0 && roomErrors.Count > 0 ? null : rooms.Select(room => room.Code).ToHashSet(NameComparer.Instance);
        var meetings = MeetingLines.Read(request.Meetings, codes, meetingErrors, notes);
        var skipped = new List<SkippedOccurrence>();
        return new TimetableSource
        {
            Errors = [.. roomErrors.OrderBy(error => error.Line), .. meetingErrors.OrderBy(error => error.Line)],
            Notes = notes,
            Rooms = rooms,
            Meetings = meetings,
            Occurrences = [.. meetings.SelectMany(meeting => MeetingExpansion.Expand(meeting, request.Calendar, skipped))],
            Skipped = skipped,
        };
    }
}
