using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms;

namespace RoomMonitor.Web.Features.Booking;

/// <summary>
/// Says what is in the way of a booking, and offers what is free instead; one click books it. Stands once, in the layout: whatever
/// was booked on the page, its conflict opens here.
/// </summary>
public sealed partial class ConflictDialog
{
    private BookingAlternative? _chosen;

    [Inject]
    public required IState<BookingState> Bookings { get; set; }

    [Inject]
    public required IStateSelection<RoomsState, FrozenDictionary<string, string>> Letters { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required CampusCalendar Calendar { get; set; }

    [Inject(Key = CampusTime.Key)]
    public required TimeProvider Clock { get; set; }

    protected override void OnInitialized()
    {
        // Of the rooms it needs no more: it stands in every circuit, and a render at each change of a room would be a batch of its own.
        Letters.Select(rooms => BuildingLetters.Of(rooms.Snapshot), BuildingLetters.AreSame);
        base.OnInitialized();
    }

    private static string Heading(BookingConflict conflict) =>
        conflict.IsClosed ? BookingTexts.ConflictClosedHeading : conflict.IsOwn ? BookingTexts.ConflictOwnHeading : BookingTexts.ConflictHeading;

    private static bool IsSameRoom(BookingConflict conflict, BookingAlternative alternative) => alternative.Room.Id == conflict.Room.Id;

    private bool IsUnderWay(BookingConflict conflict) => Bookings.Value.UnderWay.Contains(conflict.Request.Intent);

    private RenderFragment Text(BookingConflict conflict)
    {
        var asked = BookingWords.When(conflict.Request.Slot, Calendar, Clock.GetUtcNow().UtcDateTime);
        if (conflict.IsClosed)
        {
            return Bold(BookingTexts.ConflictClosedText, BidiText.Isolated(conflict.Room.Name), asked);
        }

        var inTheWay = string.Join(", ", conflict.InTheWay.Select(slot => CampusFormats.Range(slot, Calendar)));
        return Bold(conflict.IsOwn ? BookingTexts.ConflictOwnText : BookingTexts.ConflictText, BidiText.Isolated(conflict.Room.Name), inTheWay, asked);
    }

    /// <summary>The day too where it is another one than was asked for.</summary>
    private string When(BookingConflict conflict, BookingAlternative alternative) =>
        Calendar.DateOf(alternative.Slot.Start) == Calendar.DateOf(conflict.Request.Slot.Start)
            ? CampusFormats.Range(alternative.Slot, Calendar)
            : BookingWords.When(alternative.Slot, Calendar, Clock.GetUtcNow().UtcDateTime);

    private static string Describe(BookingConflict conflict, BookingAlternative alternative) =>
        IsSameRoom(conflict, alternative) ? BookingWords.Seats(alternative.Room) : BookingWords.Describe(alternative.Room, conflict.Room);

    /// <summary>The first until another one is chosen; what was chosen for an earlier conflict is none of this one.</summary>
    private BookingAlternative? Chosen(BookingConflict conflict) =>
        _chosen is not null && conflict.Found.Alternatives.Contains(_chosen) ? _chosen : conflict.Found.Alternatives.FirstOrDefault();

    private RenderFragment? Problem(BookingConflict conflict)
    {
        var text = Bookings.Value.FailureOf(conflict.Request.Intent) is { } failure ? RefusalWords.OfBooking(failure.Reason).Text
            : Bookings.Value.RefusalOf(conflict.Request.Intent) is { } refusal ? string.Join(" ", refusal.Errors.Values)
            : null;
        return text is null ? null : builder => builder.AddContent(0, text);
    }

    private string BookWord(BookingConflict conflict, BookingAlternative chosen)
    {
        var what = IsSameRoom(conflict, chosen) ? When(conflict, chosen) : chosen.Room.Name;
        return chosen.Room.RequiresApproval ? BookingTexts.FormatAskWhat(what) : BookingTexts.FormatBookWhat(what);
    }

    private void Dismiss() => Dispatcher.Dispatch(new BookingConflictDismissed());

    private void Book(BookingConflict conflict, BookingAlternative chosen)
    {
        if (!IsUnderWay(conflict))
        {
            Dispatcher.Dispatch(new BookingRequested(conflict.Request with
            {
                Key = chosen.Key,
                InsteadOf = conflict.Request.Intent,
                RoomId = chosen.Room.Id,
                Slot = chosen.Slot,
            }));
        }
    }

    /// <summary>A text with what is put into it in bold.</summary>
    private static RenderFragment Bold(string format, params string[] values) => builder =>
    {
        foreach (var part in Placeholder().Split(format))
        {
            if (part.Length == 1 && char.IsAsciiDigit(part[0]))
            {
                builder.OpenElement(0, "b");
                builder.AddContent(1, values[part[0] - '0']);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(2, part);
            }
        }
    };

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Placeholder();
}
