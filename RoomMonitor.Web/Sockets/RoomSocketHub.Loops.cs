using System.Net.WebSockets;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Sockets;

/// <summary>The hub's two loops: what changes, and what time brings.</summary>
internal sealed partial class RoomSocketHub
{
    private async Task PumpAsync(OccupancySubscription subscription, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                PublishAll(await subscription.ReadAsync(stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void PublishAll(OccupancyBatch batch)
    {
        var isComplete = !batch.Overflowed;
        try
        {
            foreach (var update in batch.Updates)
            {
                Publish(update.Snapshot, update);
            }
        }
        catch (Exception exception)
        {
            LogPublishFailure(exception);
            isComplete = false;
        }

        if (!isComplete)
        {
            Publish(batch.Latest, null);
        }
    }

    /// <param name="update">Null where single updates were lost: everybody gets the whole state.</param>
    private void Publish(OccupancySnapshot snapshot, OccupancyUpdate? update)
    {
        List<SocketConnection> gone = [];
        SocketDelivery? delivery = null;
        try
        {
            lock (_gate)
            {
                _snapshot = snapshot;
                delivery = NewDelivery();
                if (update?.RoomsChanged != false)
                {
                    gone = _channels.TakeGone(snapshot);
                }

                if (update is null)
                {
                    _channels.PublishStatuses(delivery);
                }
                else
                {
                    _channels.Publish(update, delivery);
                }
            }
        }
        finally
        {
            // Also where it failed halfway: a connection that was told to send must do so, or it never sends again.
            CloseEach(gone, WebSocketCloseStatus.EndpointUnavailable, "This room or building is not there any more.");
            delivery?.Start();
        }
    }

    private async Task TickAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _timer.WaitForNextTickAsync(stoppingToken))
            {
                Tick();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private void Tick()
    {
        SocketDelivery delivery;
        List<(SocketConnection Connection, SocketVerdict Verdict)> stuck = [];
        lock (_gate)
        {
            delivery = NewDelivery();
            foreach (var channel in _channels.All)
            {
                channel.Beat(delivery, Clock);
            }

            foreach (var connection in _connections)
            {
                if (connection.Check(Clock) is not SocketVerdict.Fine and var verdict)
                {
                    stuck.Add((connection, verdict));
                }
            }
        }

        delivery.Start();
        foreach (var (connection, verdict) in stuck)
        {
            if (verdict == SocketVerdict.Abort)
            {
                connection.Abort();
            }
            else if (verdict == SocketVerdict.Late)
            {
                _ = connection.ExpelAsync(
                    WebSocketCloseStatus.PolicyViolation, $"A message ends within {Options.MessageTimeout.TotalSeconds:0.###} s of its beginning.");
            }
            else
            {
                LogDropped(Options.NoProgressTimeout.TotalSeconds);
                _ = connection.CloseAsync((WebSocketCloseStatus)1013, "Too slow: no progress. Try again later.");
            }
        }
    }

    [LoggerMessage(EventId = 201, Level = LogLevel.Information, Message = "A socket made no progress for {Seconds} s and is dropped")]
    private partial void LogDropped(double seconds);

    [LoggerMessage(EventId = 203, Level = LogLevel.Error, Message = "Changes could not be passed on one by one; every socket gets a fresh status")]
    private partial void LogPublishFailure(Exception exception);

    [LoggerMessage(EventId = 202, Level = LogLevel.Error, Message = "A message could not be sent; its socket is cut")]
    private partial void LogSendFailure(Exception exception);
}
