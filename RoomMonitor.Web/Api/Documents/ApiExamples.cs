using RoomMonitor.Data.Accounts;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Occupancy;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Api.Contracts;

namespace RoomMonitor.Web.Api.Documents;

/// <summary>The examples of the document, as values of the types that are sent: they can't fall behind them.</summary>
internal static class ApiExamples
{
    private static readonly DateTime _start = new(2026, 11, 23, 10, 0, 0, DateTimeKind.Utc);

    private static readonly WireRoom _room = new(7, "Seminar 2.14", "Main Building", 2, 40);

    public static WireRoomStatus Occupied { get; } = new()
    {
        RoomId = 7,
        RoomName = _room.Name,
        Building = _room.Building,
        Floor = _room.Floor,
        Capacity = _room.Capacity,
        IsOccupied = true,
        OccupancyStatus = OccupancyStatus.Occupied,
        TimeUntilFree = 42,
        ReservationsToday = 5,
        NextAvailable = "11:30",
        NextAvailableAt = _start.AddMinutes(90),
        FreeUntil = null,
        CurrentAttendees = 28,
        CurrentReservationId = 123,
    };

    public static WireRoomStatus Free { get; } = new()
    {
        RoomId = 8,
        RoomName = "Laboratory 2.15",
        Building = _room.Building,
        Floor = _room.Floor,
        Capacity = 24,
        IsOccupied = false,
        OccupancyStatus = OccupancyStatus.Free,
        TimeUntilFree = null,
        ReservationsToday = 1,
        NextAvailable = null,
        NextAvailableAt = null,
        FreeUntil = _start.AddHours(4),
        CurrentAttendees = 0,
        CurrentReservationId = null,
    };

    public static WireSchedule Schedule { get; } = new()
    {
        RoomId = 7,
        RoomName = _room.Name,
        Building = _room.Building,
        Floor = _room.Floor,
        Capacity = _room.Capacity,
        From = _start.Date,
        Until = _start.AddHours(25),
        Slots =
        [
            new() { Start = _start, End = _start.AddMinutes(90), Kind = WireSlotKind.Reservation, Status = ReservationStatus.Confirmed, Attendees = 28, ReservationId = 123 },
            new() { Start = _start.AddHours(8), End = _start.AddHours(14), Kind = WireSlotKind.Closure, Status = null, Attendees = 0, ReservationId = null },
        ],
        Timestamp = _start.AddMinutes(48),
    };

    public static WireRoomDetails Room { get; } = new()
    {
        Id = 7,
        Code = "MB-2.14",
        Name = _room.Name,
        Building = _room.Building,
        Floor = _room.Floor,
        Capacity = _room.Capacity,
        Amenities = ["projector", "whiteboard"],
        Image = null,
        IsActive = true,
        RequiresApproval = false,
    };

    public static WireReservation Reservation { get; } = new()
    {
        Id = 123,
        Room = _room,
        RoomId = 7,
        User = new WireUser(3, "staff@demo.local"),
        Start = _start,
        End = _start.AddMinutes(90),
        Date = new DateOnly(2026, 11, 23),
        StartTime = "10:00",
        EndTime = "11:30",
        Purpose = "Seminar on operating systems",
        Attendees = 28,
        Status = ReservationStatus.Confirmed,
        CreatedAt = _start.AddDays(-3),
        UpdatedAt = _start.AddDays(-3),
    };

    public static WireLoginRequest Login { get; } = new() { Email = "staff@demo.local", Password = "Demo-campus-1" };

    public static WireTokens Tokens { get; } = new("CfDJ8Ks3...", "CfDJ8Lx9...", "Bearer", 900);

    public static WireAccount Account { get; } = new(3, "staff@demo.local", "staff@demo.local", [Roles.Staff]);

    public static WireProfile Profile { get; } = new(ThemePreference.Dark, [7, 8], NotificationsEnabled: true, EmailReminders: false);

    public static WireProfileRequest ProfileChange { get; } = new() { Theme = ThemePreference.Dark, FavoriteRooms = [7, 8] };

    public static WireFavorite Favorite { get; } = new("The room is a favourite now.", true, 7);

    public static WireReservation Anonymous { get; } = Reservation with { User = null, Purpose = WireReservation.AnonymousPurpose };

    public static WireReservation Cancelled { get; } = Reservation with { Status = ReservationStatus.Cancelled, UpdatedAt = _start.AddDays(-1) };

    public static WireCancelRequest CancelAll { get; } = new(7, _start, _start.AddDays(7));

    public static WireCancelledAll CancelledAll { get; } = new(2, [Reservation.Id, Reservation.Id + 1]);

    public static WireReservation EndedEarly { get; } = Reservation with { End = _start.AddMinutes(52), EndTime = "10:52", UpdatedAt = _start.AddMinutes(52) };

    public static WireReservationPage Page { get; } = new()
    {
        Count = 61,
        Next = "https://rooms.example.edu/api/reservations/?room_id=7&page=2",
        Previous = null,
        Results = [Anonymous],
    };

    public static WireUpcoming Upcoming { get; } = new(1, [Reservation with { TimeUntilStart = 125, CountdownText = "in 2 h 5 min" }]);

    public static WireReservationRequest Booking { get; } = new()
    {
        RoomId = 7,
        Start = _start,
        End = _start.AddMinutes(90),
        Purpose = Reservation.Purpose,
        Attendees = 28,
        ContactEmail = "staff@demo.local",
    };

    public static WireReservationRequest Change { get; } = new() { End = _start.AddHours(2), Attendees = 30 };

    public static string Calendar { get; } = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//RoomMonitor//RoomMonitor//EN
        METHOD:PUBLISH
        BEGIN:VEVENT
        UID:reservation-123@university.roommonitor
        DTSTAMP:20261120T100000Z
        DTSTART:20261123T100000Z
        DTEND:20261123T113000Z
        SEQUENCE:0
        STATUS:CONFIRMED
        SUMMARY:Seminar on operating systems
        LOCATION:Seminar 2.14\, Main Building
        END:VEVENT
        END:VCALENDAR
        """.ReplaceLineEndings("\r\n");

    public static WireAvailability Availability { get; } = new()
    {
        RoomId = 7,
        RoomName = _room.Name,
        StartDate = Reservation.Date,
        EndDate = Reservation.Date,
        Availability = new Dictionary<DateOnly, WireAvailabilityDay>
        {
            [Reservation.Date] = new()
            {
                Date = Reservation.Date,
                IsAvailable = true,
                Reservations =
                [
                    new()
                    {
                        Id = 123,
                        StartTime = "10:00",
                        EndTime = "11:30",
                        Start = _start,
                        End = _start.AddMinutes(90),
                        Status = ReservationStatus.Confirmed,
                        Attendees = 28,
                    },
                ],
                Closures = [new(_start.AddHours(8), _start.AddHours(14), "18:00", "00:00")],
            },
        },
    };

    public static WireDashboard Dashboard { get; } = new()
    {
        TotalRooms = 36,
        TotalReservations = 4211,
        TodayReservations = 118,
        OccupancyRate = 55.6,
        OccupiedRooms = 20,
        PopularRooms = [new(7, _room.Name, _room.Building, 96), new(8, "Laboratory 2.15", _room.Building, 88)],
        AvgAttendees = 17.4,
        UpcomingWeekCount = 502,
        Timestamp = _start,
    };

    public static WireActivityFeed Feed { get; } = new(1, [new()
    {
        Id = 4711,
        Action = ActivityAction.ReservationCreated,
        RoomId = 7,
        RoomName = _room.Name,
        ReservationId = 123,
        User = "staff@demo.local",
        Description = "staff@demo.local booked Seminar 2.14 for 23 Nov 2026, 10:00-11:30: Seminar on operating systems",
        CreatedAt = _start.AddDays(-3),
        TimeAgo = "3 days ago",
    }]);
}
