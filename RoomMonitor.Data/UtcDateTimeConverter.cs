using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RoomMonitor.Data;

/// <summary>Every time in the database is UTC; it comes back as such.</summary>
internal sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time,
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
