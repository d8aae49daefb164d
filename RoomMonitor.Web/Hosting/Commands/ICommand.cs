namespace RoomMonitor.Web.Hosting.Commands;

/// <summary>Something that the program does instead of serving: its name is the first argument. No server and no hosted service runs.</summary>
internal interface ICommand
{
    string Name { get; }

    /// <summary>Its line in the list of commands: arguments, and what it does.</summary>
    string Usage { get; }

    /// <param name="services">Database (not migrated yet), campus time and accounts.</param>
    /// <param name="arguments">Without the name, and without settings (<c>--Section:Key=value</c>).</param>
    /// <returns>The exit code: 0 done, 1 refused, 2 called wrongly.</returns>
    Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> arguments, CancellationToken cancellationToken);
}
