using Microsoft.AspNetCore.Identity;

namespace RoomMonitor.Data.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed class UserAccount : IdentityUser<int>;
