using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Accounts;

/// <summary>What every database has from its first start: the roles, and in Development the demo users.</summary>
internal sealed class AccountSeeder(RoleManager<IdentityRole<int>> roles, UserManager<UserAccount> users, RoomMonitorDbContext context, IHostEnvironment environment)
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        foreach (var role in Roles.All)
        {
            await OnceAsync(() => roles.RoleExistsAsync(role), () => roles.CreateAsync(new IdentityRole<int>(role)));
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (environment.IsDevelopment())
        {
            foreach (var demo in DemoAccounts.All)
            {
                await OnceAsync(async () => await users.FindByEmailAsync(demo.Email) is not null, () => CreateAsync(demo));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<IdentityResult> CreateAsync(DemoAccount demo)
    {
        var user = new UserAccount { UserName = demo.Email, Email = demo.Email, EmailConfirmed = true };

        // Everybody knows this password: it is as bad as any, and no rule about new ones asks for it.
        user.PasswordHash = users.PasswordHasher.HashPassword(user, DemoAccounts.Password);
        var created = await users.CreateAsync(user);
        return created.Succeeded ? await users.AddToRoleAsync(user, demo.Role) : created;
    }

    /// <summary>Two servers may start on one new database at once: whoever comes second finds it done.</summary>
    private async Task OnceAsync(Func<Task<bool>> isThere, Func<Task<IdentityResult>> create)
    {
        if (await isThere())
        {
            return;
        }

        try
        {
            var result = await create();
            if (!result.Succeeded && !await isThere())
            {
                throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
            }
        }
        catch (DbUpdateException)
        {
            // What failed to be inserted would be tried again with the next change.
            context.ChangeTracker.Clear();
            if (!await isThere())
            {
                throw;
            }
        }
    }
}
