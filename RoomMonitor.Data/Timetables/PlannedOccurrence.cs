namespace RoomMonitor.Data.Timetables;

/// <summary>An occurrence, the room it wants, and its reservation if an earlier import made one.</summary>
internal sealed record PlannedOccurrence(MeetingOccurrence Occurrence, int RoomId, StoredReservation? Stored)
{
    public int Line => Occurrence.Meeting.Line;

    /// <summary>Its reservation is in the room at the time that the files say.</summary>
    public bool IsInPlace => Stored is not null && Stored.RoomId == RoomId && Stored.Slot == Occurrence.Slot;

    public bool IsAsStored =>
        IsInPlace && Stored!.Purpose == Occurrence.Meeting.Purpose && Stored.Attendees == Occurrence.Meeting.Attendees;

    public OverlappedHold HoldWanted => new(Occurrence.Slot, Line, Stored?.Id);

    public OverlappedHold HoldStored => new(Stored!.Slot, Line, Stored.Id);
}
