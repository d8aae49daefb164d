using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Reservations;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Configurations;

internal sealed class ReservationSeriesConfiguration : IEntityTypeConfiguration<ReservationSeries>
{
    public void Configure(EntityTypeBuilder<ReservationSeries> builder)
    {
        builder.ToTable("Series");
        builder.Ignore(series => series.FirstDay);
        builder.Ignore(series => series.Times);
        builder.Ignore(series => series.Details);
        builder.Property(series => series.Purpose).HasMaxLength(ReservationDetails.MaximumPurposeLength);
        builder.Property(series => series.ContactEmail).HasMaxLength(ReservationDetails.MaximumContactLength);
        builder.Property(series => series.ContactPhone).HasMaxLength(ReservationDetails.MaximumContactLength);
        builder.Property(series => series.RequestDigest).HasMaxLength(KeyedRequest.DigestLength);
        builder.Property(series => series.Rule).HasMaxLength(ReservationSeries.MaximumRuleLength);

        // Campus times, which the converter of all others would call UTC.
        builder.Property(series => series.LocalStart).HasConversion<LocalDateTimeConverter>();
        builder.Property(series => series.LocalEnd).HasConversion<LocalDateTimeConverter>();
        builder.Property(series => series.RequestKey).HasMaxLength(Reservation.MaximumRequestKeyLength);
        builder.HasOne<Room>().WithMany().HasForeignKey(series => series.RoomId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(series => series.UserId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(series => new { series.UserId, series.RequestKey }).IsUnique();
    }
}
