using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Languages;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>What timeline, agenda and week say about an entry.</summary>
internal static class EntryWords
{
    /// <summary>"Reserved", "You", "Pending", "Closed"; with purpose and person where the reader may see them.</summary>
    public static string Of(CalendarEntry entry) => entry switch
    {
        { IsClosure: true } => RoomPageTexts.Closed,
        { IsMine: true, IsPending: true } => RoomPageTexts.YouPending,
        { IsMine: true } => RoomPageTexts.You,
        { Person: { } person } => person,
        { IsPending: true } => RoomPageTexts.Pending,
        _ => RoomPageTexts.Reserved,
    };

    /// <summary>The whole of it: "You, pending: Thesis supervision".</summary>
    public static string InFull(CalendarEntry entry)
    {
        var text = entry is { IsPending: true, IsMine: false } ? RoomPageTexts.WaitingForApproval : Of(entry);
        return string.IsNullOrEmpty(entry.Purpose) ? text : $"{text}: {BidiText.Isolated(entry.Purpose)}";
    }

    /// <summary>The class that gives an entry its looks.</summary>
    public static string CssClass(CalendarEntry entry, DateTime now)
    {
        var time = TimeOf(entry.Slot, now) switch
        {
            EntryTime.Past => "past",
            EntryTime.Current => "current",
            _ => "",
        };
        var owner = entry.IsClosure ? "closed" : entry.IsMine ? "mine" : "";
        return string.Join(' ', new[] { "entry", time, owner, entry.IsPending ? "pending" : "" }.Where(word => word.Length > 0));
    }

    public static EntryTime TimeOf(TimeSlot slot, DateTime now) =>
        slot.End <= now ? EntryTime.Past : slot.Contains(now) ? EntryTime.Current : EntryTime.Coming;
}
