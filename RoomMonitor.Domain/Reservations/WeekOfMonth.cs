namespace RoomMonitor.Domain.Reservations;

/// <summary>Which one of a month's Tuesdays, and so on. The values are those of RFC 5545's BYDAY.</summary>
public enum WeekOfMonth
{
    First = 1,
    Second = 2,
    Third = 3,
    Fourth = 4,
    Last = -1,
}
