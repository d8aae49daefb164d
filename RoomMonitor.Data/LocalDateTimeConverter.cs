using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RoomMonitor.Data;

/// <summary>A time on the campus clock, of which no zone is said.</summary>
internal sealed class LocalDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    local => DateTime.SpecifyKind(local, DateTimeKind.Unspecified),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Unspecified));
