using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Configurations;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.Property(room => room.Code).HasMaxLength(Room.MaximumTextLength);
        builder.Property(room => room.Name).HasMaxLength(Room.MaximumTextLength);
        builder.Property(room => room.Building).HasMaxLength(Room.MaximumTextLength);
        builder.Property(room => room.Image).HasMaxLength(2_000);
        builder.PrimitiveCollection(room => room.Amenities);
        builder.HasIndex(room => room.Code).IsUnique();
    }
}
