using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Domain.Rooms;

namespace RoomMonitor.Data.Configurations;

internal sealed class FavoriteConfiguration : IEntityTypeConfiguration<Favorite>
{
    public void Configure(EntityTypeBuilder<Favorite> builder)
    {
        builder.HasKey(favorite => new { favorite.UserId, favorite.RoomId });
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(favorite => favorite.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Room>().WithMany().HasForeignKey(favorite => favorite.RoomId).OnDelete(DeleteBehavior.Cascade);
    }
}
