using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Domain.Activity;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Configurations;

internal sealed class ActivityEntryConfiguration : IEntityTypeConfiguration<ActivityEntry>
{
    public void Configure(EntityTypeBuilder<ActivityEntry> builder)
    {
        builder.ToTable("Activity");
        builder.Property(entry => entry.Action).HasConversion<string>().HasMaxLength(40);
        builder.Property(entry => entry.UserName).HasMaxLength(256);
        builder.Property(entry => entry.Detail).HasMaxLength(ReservationDetails.MaximumPurposeLength);
        builder.ComplexProperty(entry => entry.Reservation, facts =>
        {
            facts.Ignore(reservation => reservation.Slot);
            facts.Property(reservation => reservation.Status).HasConversion<string>().HasMaxLength(20);
        });
    }
}
