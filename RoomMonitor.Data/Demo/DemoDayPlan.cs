using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Data.Demo;

/// <summary>A plausible day of one demo room: the same room and date always give the same day. Its bookings never overlap.</summary>
public static class DemoDayPlan
{
    /// <summary>People come an hour after the doors open.</summary>
    private const int Opens = OpeningHours.FirstHour + 1;

    /// <summary>When everybody has gone.</summary>
    private static readonly TimeOnly _night = new(OpeningHours.LastHour, 30);
    private static readonly int[] _gaps = [15, 30, 30, 45, 60, 90, 120];

    private static readonly Dictionary<DemoRoomKind, Habit> _habits = new()
    {
        [DemoRoomKind.Lecture] = new(OpeningHours.LastHour - 2, 0.55, [90, 90, 120], ["Introduction to Statistics", "European History II", "Organic Chemistry", "Linear Algebra", "Guest lecture", "Microeconomics"]),
        [DemoRoomKind.Seminar] = new(OpeningHours.LastHour - 2, 0.35, [60, 90, 90, 120], ["Seminar: Urban Soundscapes", "Tutorial group 4", "Language course B2", "Thesis colloquium", "Methods workshop", "Reading group"]),
        [DemoRoomKind.Study] = new(OpeningHours.LastHour, 0.3, [30, 60, 60, 90], ["Group study", "Exam preparation", "Project group", "Recording", "Peer tutoring"]),
        [DemoRoomKind.Meeting] = new(OpeningHours.LastHour - 3, 0.3, [30, 45, 60, 60, 90], ["Team meeting", "Interview", "Budget planning", "Supervision", "Faculty board", "Call with partners"]),
        [DemoRoomKind.Lab] = new(OpeningHours.LastHour - 1, 0.4, [90, 120, 180], ["Lab course", "Measurement", "Practical training", "Open workshop", "Instrument training"]),
    };

    public static IReadOnlyList<DemoBooking> For(DemoRoom room, DateOnly date, CampusCalendar calendar)
    {
        var random = DemoRandom.For(room.Code, date);
        var habit = _habits[room.Kind];
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var bookings = new List<DemoBooking>();
        if (!random.Chance(isWeekend ? 0.75 : 0.08))
        {
            // Quarter hours past the opening, so that not every room changes at the full hour.
            var time = new TimeOnly(Opens, 15 * random.Next(4));
            var closes = new TimeOnly(habit.Closes, 0);
            while (time < closes)
            {
                var length = random.Pick(habit.Lengths);
                Add(time, length);
                var gap = random.Chance(habit.BackToBack) ? 0 : random.Pick(_gaps);
                if (time.ToTimeSpan().TotalMinutes + length + gap >= closes.ToTimeSpan().TotalMinutes)
                {
                    break;
                }

                time = time.AddMinutes(length + gap);
            }
        }

        if (room.Kind == DemoRoomKind.Lab && random.Chance(0.5))
        {
            Add(_night, 9 * 60, "Overnight measurement");
        }

        return bookings;

        void Add(TimeOnly start, int minutes, string? purpose = null)
        {
            if (calendar.TryToUtc(date.ToDateTime(start), out var utc))
            {
                var attendees = Math.Max(1, room.Capacity * (30 + random.Next(71)) / 100);
                bookings.Add(new DemoBooking(
                    new TimeSlot(utc, utc.AddMinutes(minutes)),
                    new ReservationDetails(purpose ?? random.Pick(habit.Purposes), purpose is null ? attendees : 1)));
            }
        }
    }

    private sealed record Habit(int Closes, double BackToBack, IReadOnlyList<int> Lengths, IReadOnlyList<string> Purposes);
}
