namespace RoomMonitor.Data.Demo;

/// <summary>What a demo room is used for, which decides how its day looks.</summary>
public enum DemoRoomKind
{
    Lecture,
    Seminar,
    Study,
    Meeting,
    Lab,
}
