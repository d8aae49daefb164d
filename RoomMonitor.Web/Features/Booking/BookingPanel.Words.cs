using System.Globalization;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Web.Languages;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Rooms.Addresses;

namespace RoomMonitor.Web.Features.Booking;

/// <content>What the form says, and where its links lead.</content>
public sealed partial class BookingPanel
{
    private string Word(BookingCheck check) => IsUnderWay ? BookingTexts.Booking
        : (check.Slot, Occupancy?.Room.RequiresApproval) switch
        {
            ({ } slot, true) => BookingTexts.FormatAskWhat(CampusFormats.Range(slot, Calendar)),
            ({ } slot, _) => BookingTexts.FormatBookWhat(CampusFormats.Range(slot, Calendar)),
            (_, true) => BookingTexts.Ask,
            _ => BookingTexts.Book,
        };

    /// <summary>What is missing is said when its field was left or the form was sent, what is wrong at once.</summary>
    private string? Error(BookingCheck check, BookingField field)
    {
        if (check.Errors.TryGetValue(field, out var error))
        {
            return field != BookingField.Purpose || _form.Purpose.Length > 0 || _left || _tries > 0 ? error : null;
        }

        return Bookings.Value.RefusalOf(_form.Key)?.Errors.GetValueOrDefault(field switch
        {
            BookingField.From => ReservationField.Start,
            BookingField.To => ReservationField.End,
            BookingField.Purpose => ReservationField.Purpose,
            BookingField.People => ReservationField.Attendees,
            _ => ReservationField.Room,
        });
    }

    private static string CalendarFile(BookingSucceeded done) =>
        string.Create(CultureInfo.InvariantCulture, $"rooms/{done.RoomId}/reservations/{done.ReservationId}.ics");

    private string DoneText(BookingSucceeded done)
    {
        var when = BookingWords.When(done.Slot, Calendar, Now);
        return done.IsPending ? BookingTexts.FormatSummaryRequested(BidiText.Isolated(done.RoomName), when) : BookingTexts.FormatSummaryBooked(BidiText.Isolated(done.RoomName), when);
    }

    /// <summary>Back to the same time for the same number of people; what was typed besides stays in this tab (js/draft-keeper.js).</summary>
    private string SignIn(BookingCheck check)
    {
        var here = new Uri(Navigation.Uri);
        var asked = RoomQuery.Parse(here.Query) with { Slot = check.Slot };
        asked = int.TryParse(_form.People, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people > 1 ? asked with { People = people } : asked;
        return SignInLink.To(Navigation.ToBaseRelativePath(here.GetLeftPart(UriPartial.Path)) + asked.ToQueryString());
    }
}
