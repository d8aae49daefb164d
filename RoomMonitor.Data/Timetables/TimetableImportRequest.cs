using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Timetables;

/// <param name="Calendar">The campus clock on which the files' times are.</param>
/// <param name="IsStrict">An overlap makes the import fail as a whole; otherwise what overlaps is left out.</param>
public sealed record TimetableImportRequest(TimetableFile Rooms, TimetableFile Meetings, CampusCalendar Calendar, bool IsStrict = false);
