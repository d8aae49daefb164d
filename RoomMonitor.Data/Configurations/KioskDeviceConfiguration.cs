using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Configurations;

internal sealed class KioskDeviceConfiguration : IEntityTypeConfiguration<KioskDevice>
{
    public void Configure(EntityTypeBuilder<KioskDevice> builder)
    {
        builder.ToTable("Kiosks");
        builder.Property(kiosk => kiosk.Name).HasMaxLength(KioskDevice.MaximumNameLength);
        builder.Property(kiosk => kiosk.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(kiosk => kiosk.Building).HasMaxLength(Room.MaximumTextLength);
        builder.Property(kiosk => kiosk.TokenHash).HasMaxLength(KioskSecret.HashLength);
        builder.Property(kiosk => kiosk.InvitationHash).HasMaxLength(KioskSecret.HashLength);
        builder.Property(kiosk => kiosk.CreatedBy).HasMaxLength(256);
        builder.Property(kiosk => kiosk.Version).IsConcurrencyToken();
        builder.HasOne<Room>().WithMany().HasForeignKey(kiosk => kiosk.RoomId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(kiosk => kiosk.TokenHash).IsUnique();
        builder.HasIndex(kiosk => kiosk.InvitationHash).IsUnique();
    }
}
