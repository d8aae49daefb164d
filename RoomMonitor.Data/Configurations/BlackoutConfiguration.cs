using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Configurations;

internal sealed class BlackoutConfiguration : IEntityTypeConfiguration<Blackout>
{
    public void Configure(EntityTypeBuilder<Blackout> builder)
    {
        builder.Ignore(blackout => blackout.Slot);
        builder.Property(blackout => blackout.Reason).HasMaxLength(Room.MaximumTextLength);
        builder.HasOne<Room>().WithMany().HasForeignKey(blackout => blackout.RoomId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(blackout => new { blackout.RoomId, blackout.End });
    }
}
