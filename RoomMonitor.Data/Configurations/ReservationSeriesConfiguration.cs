using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Domain.Reservations;

namespace RoomMonitor.Data.Configurations;

internal sealed class ReservationSeriesConfiguration : IEntityTypeConfiguration<ReservationSeries>
{
    public void Configure(EntityTypeBuilder<ReservationSeries> builder)
    {
        builder.ToTable("Series");
        builder.Property(series => series.Rule).HasMaxLength(ReservationSeries.MaximumRuleLength);

        // Campus times, which the converter of all others would call UTC.
        builder.Property(series => series.LocalStart).HasConversion<LocalDateTimeConverter>();
        builder.Property(series => series.LocalEnd).HasConversion<LocalDateTimeConverter>();
        builder.Property(series => series.RequestKey).HasMaxLength(Reservation.MaximumRequestKeyLength);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(series => series.UserId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(series => new { series.UserId, series.RequestKey }).IsUnique();
    }
}
