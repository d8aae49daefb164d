using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Reservations;

/// <summary>What somebody wants changed; null leaves as it is, an empty contact takes it away.</summary>
public sealed record ReservationPatch
{
    public int? RoomId { get; init; }

    public DateTime? Start { get; init; }

    public DateTime? End { get; init; }

    public string? Purpose { get; init; }

    public int? Attendees { get; init; }

    public string? ContactEmail { get; init; }

    public string? ContactPhone { get; init; }

    public ReservationDetails Apply(ReservationDetails details) => new(
        Purpose ?? details.Purpose,
        Attendees ?? details.Attendees,
        Replace(ContactEmail, details.ContactEmail),
        Replace(ContactPhone, details.ContactPhone));

    private static string? Replace(string? replacement, string? current) =>
        replacement is null ? current : replacement.Length == 0 ? null : replacement;
}
