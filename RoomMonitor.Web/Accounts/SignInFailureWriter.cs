using System.Net;
using System.Threading.Channels;
using RoomMonitor.Data.Accounts;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Writes down failed sign-ins for the owners of the accounts, after they are answered: an answer that takes longer for a name that exists
/// would tell that it does.
/// </summary>
internal sealed partial class SignInFailureWriter(SignInFailures failures, ILogger<SignInFailureWriter> logger) : BackgroundService
{
    private readonly Channel<(int UserId, string Address)> _waiting = Channel.CreateBounded<(int, string)>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Add(int userId, IPAddress? address) => _waiting.Writer.TryWrite((userId, address?.ToString() ?? ""));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (userId, address) in _waiting.Reader.ReadAllAsync(stoppingToken))
            {
                await WriteAsync(userId, address, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task WriteAsync(int userId, string address, CancellationToken cancellationToken)
    {
        try
        {
            await failures.AddAsync(userId, address, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception);
        }
    }

    [LoggerMessage(EventId = 403, Level = LogLevel.Warning, Message = "A failed sign-in could not be written down")]
    private partial void LogFailure(Exception exception);
}
