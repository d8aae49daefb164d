using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Configurations;

internal sealed class ReservationConfiguration : IEntityTypeConfiguration<Reservation>
{
    public void Configure(EntityTypeBuilder<Reservation> builder)
    {
        builder.Ignore(reservation => reservation.Slot);
        builder.Ignore(reservation => reservation.Details);
        builder.Ignore(reservation => reservation.HoldsRoom);
        builder.Ignore(reservation => reservation.Events);
        builder.Property(reservation => reservation.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(reservation => reservation.Purpose).HasMaxLength(ReservationDetails.MaximumPurposeLength);
        builder.Property(reservation => reservation.ContactEmail).HasMaxLength(ReservationDetails.MaximumContactLength);
        builder.Property(reservation => reservation.ContactPhone).HasMaxLength(ReservationDetails.MaximumContactLength);
        builder.Property(reservation => reservation.ExternalKey).HasMaxLength(300);
        builder.Property(reservation => reservation.RequestKey).HasMaxLength(Reservation.MaximumRequestKeyLength);
        builder.Property(reservation => reservation.RequestDigest).HasMaxLength(KeyedRequest.DigestLength);
        builder.Property(reservation => reservation.Version).IsConcurrencyToken();
        builder.HasOne<Room>().WithMany().HasForeignKey(reservation => reservation.RoomId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(reservation => reservation.UserId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(reservation => new { reservation.RoomId, reservation.Start });
        builder.HasIndex(reservation => new { reservation.UserId, reservation.Start });
        builder.HasIndex(reservation => reservation.Start);
        builder.HasIndex(reservation => reservation.ExternalKey).IsUnique();
        builder.HasIndex(reservation => new { reservation.UserId, reservation.RequestKey }).IsUnique().HasFilter("RequestKey IS NOT NULL");

        // No foreign key to the series: adding one later makes SQLite write the whole table anew, outside a transaction. A series is never deleted.
        builder.HasIndex(reservation => reservation.SeriesId).HasFilter("SeriesId IS NOT NULL");
    }
}
