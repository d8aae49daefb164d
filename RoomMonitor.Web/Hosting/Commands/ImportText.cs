using System.Globalization;
using RoomMonitor.Data.Timetables;
using RoomMonitor.Domain.Time;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>Tells an operator what an import did.</summary>
internal sealed class ImportText(TextWriter output, TextWriter error, string meetingsFile, CampusCalendar calendar)
{
    private const int MostErrors = 100;

    public void Write(TimetableReport report)
    {
        foreach (var note in report.Notes)
        {
            output.WriteLine(note);
        }

        WriteErrors(report.Errors);
        foreach (var skipped in report.Skipped)
        {
            Line(output, $"{meetingsFile}, line {skipped.Line}: room {skipped.RoomCode}, {skipped.Date:yyyy-MM-dd} left out: the clock skips {skipped.Start:HH\\:mm} or {skipped.End:HH\\:mm} on that day.");
        }

        WriteOverlaps(report.Overlaps);
        if (report.IsImported)
        {
            WriteSummary(report);
        }
        else if (report.Errors.Count > 0)
        {
            Line(error, $"Nothing was imported: {Many(report.Errors.Count, "error")}.");
        }
        else
        {
            Line(error, $"Nothing was imported: {Many(report.Overlaps.Count, "reservation")} would overlap, and --strict allows none.");
        }
    }

    private static string Many(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private static void Line(TextWriter writer, FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private void WriteErrors(IReadOnlyList<TimetableError> errors)
    {
        foreach (var one in errors.Take(MostErrors))
        {
            error.WriteLine(one);
        }

        if (errors.Count > MostErrors)
        {
            Line(error, $"and {errors.Count - MostErrors:N0} more.");
        }
    }

    /// <summary>One line for the two lines of the file (or a line and a reservation) that overlap, however often they do.</summary>
    private void WriteOverlaps(IReadOnlyList<TimetableOverlap> overlaps)
    {
        var pairs =
            from overlap in overlaps
            from hold in overlap.Holds
            group overlap by (overlap.Line, overlap.RoomCode, Holder: Holder(hold)) into pair
            select (pair.Key, Dates: pair.Select(overlap => overlap.Date).Distinct().Order().ToList(), pair.First().Slot);
        foreach (var ((line, room, holder), dates, slot) in pairs)
        {
            var days = dates is [var only] ? $"{only:yyyy-MM-dd}" : $"{Many(dates.Count, "date")} from {dates[0]:yyyy-MM-dd} to {dates[^1]:yyyy-MM-dd}";
            Line(output, $"{meetingsFile}, line {line}: room {room}, {calendar.TimeOfDay(slot.Start)}-{calendar.TimeOfDay(slot.End)}, {days} left out: overlaps {holder}.");
        }
    }

    private static string Holder(OverlappedHold hold) => hold switch
    {
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"line {line}"),
        { ReservationId: { } id } => string.Create(CultureInfo.InvariantCulture, $"reservation {id}"),
        _ => "a time in which the room is closed",
    };

    private void WriteSummary(TimetableReport report)
    {
        Line(output, $"Rooms: {report.RoomsCreated:N0} new, {report.RoomsUpdated:N0} changed.");
        Line(output, $"Reservations: {report.Created:N0} new, {report.Updated:N0} changed, {report.Unchanged:N0} unchanged.");
        Note(report.Overlaps.Count, "left out because of overlaps, see above");
        Note(report.Skipped.Count, "left out because of skipped times, see above");
        Note(report.PastLeftAlone, "changed in the files but over already, left as before");
        Note(report.CancelledLeftAlone, "cancelled since an earlier import, left cancelled");
        Note(report.NoLongerInFiles, "of an earlier import no longer in the files, left as before: an import deletes nothing");
        if (report.OverCapacity > 0)
        {
            Line(output, $"{Many(report.OverCapacity, "meeting")} with more people than seats, imported all the same.");
        }
    }

    private void Note(int count, string what)
    {
        if (count > 0)
        {
            Line(output, $"{count:N0} {what}.");
        }
    }
}
