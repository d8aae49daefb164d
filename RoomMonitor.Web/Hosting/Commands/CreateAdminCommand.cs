using Microsoft.AspNetCore.Identity;
using RoomMonitor.Data;
using RoomMonitor.Data.Accounts;
using RoomMonitor.Domain.Contacts;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Security;

namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>Makes the first administrator, or another one. The password is asked for, so that it stands in no shell history.</summary>
internal sealed class CreateAdminCommand : ICommand
{
    public string Name => "create-admin";

    public string Usage => "EMAIL (makes an administrator and asks for the password)";

    public async Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [{ } argument])
        {
            return await FailAsync("Give one e-mail: create-admin EMAIL", CommandTable.CalledWrongly);
        }

        var email = NameText.Plain(argument);

        if (HiddenCharacters.FindIn(argument) is { } hidden)
        {
            return await FailAsync($"The e-mail holds {HiddenCharacters.NameOf(hidden)}, which nobody sees: type it anew.");
        }

        if (!ContactText.IsEmail(email))
        {
            return await FailAsync($"\"{email}\" is no e-mail address.");
        }

        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountSeeder>().SeedAsync(cancellationToken);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        if (await users.FindByEmailAsync(email) is not null || await users.FindByNameAsync(email) is not null)
        {
            return await FailAsync($"There is a user {email} already. Nothing was changed.");
        }

        if (await PasswordPrompt.ReadAsync(cancellationToken) is not { Length: > 0 } password)
        {
            return await FailAsync("No password, or two different ones. Nothing was changed.");
        }

        var created = await CreateAsync(scope.ServiceProvider, users, email, password, cancellationToken);
        if (!created.Succeeded)
        {
            return await FailAsync($"{string.Join(" ", created.Errors.Select(error => error.Description))} Nothing was changed.");
        }

        await Console.Out.WriteLineAsync($"{email} is an administrator now.");
        if (SecurityExtensions.AllowsAnyHost(services.GetRequiredService<IConfiguration>()))
        {
            await Console.Out.WriteLineAsync("Set AllowedHosts to the names by which people reach this server, such as rooms.example.edu: until then it answers to any.");
        }

        return CommandTable.Done;
    }

    /// <summary>User and role together, or neither.</summary>
    private static async Task<IdentityResult> CreateAsync(
        IServiceProvider services, UserManager<UserAccount> users, string email, string password, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<RoomMonitorDbContext>().Database;
        await using var transaction = await database.BeginTransactionAsync(cancellationToken);
        var user = new UserAccount { UserName = email, Email = email, EmailConfirmed = true };
        var result = await users.CreateAsync(user, password);
        if (result.Succeeded)
        {
            result = await users.AddToRoleAsync(user, Roles.Administrator);
        }

        if (result.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return result;
    }

    private static async Task<int> FailAsync(string message, int code = CommandTable.Refused)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
