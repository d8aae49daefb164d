using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Data.Configurations;

internal sealed class SignInFailureConfiguration : IEntityTypeConfiguration<SignInFailure>
{
    public void Configure(EntityTypeBuilder<SignInFailure> builder)
    {
        builder.ToTable("SignInFailures");
        builder.Property(failure => failure.Address).HasMaxLength(SignInFailure.MaximumAddressLength);
        builder.HasOne<UserAccount>().WithMany().HasForeignKey(failure => failure.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(failure => new { failure.UserId, failure.At });
    }
}
