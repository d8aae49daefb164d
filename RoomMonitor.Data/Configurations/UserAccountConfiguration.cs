using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Data.Configurations;

internal sealed class UserAccountConfiguration : IEntityTypeConfiguration<UserAccount>
{
    public void Configure(EntityTypeBuilder<UserAccount> builder)
    {
        builder.Property(user => user.Theme).HasConversion<string>().HasMaxLength(10).HasDefaultValue(ThemePreference.Auto);
        builder.Property(user => user.NotificationsEnabled).HasDefaultValue(true).HasSentinel(true);
        builder.Property(user => user.Language).HasMaxLength(10);
    }
}
