using System.Collections.Immutable;
using Fluxor;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Data.Statistics;
using RoomMonitor.Domain.Time;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Booking.Recurring;

namespace RoomMonitor.Web.Features.Reservations;

/// <summary>
/// Reads the user's reservations. One reading at a time; what is asked for meanwhile makes it read once more, so that the last answer
/// is never older than the last question.
/// </summary>
public sealed partial class ReservationsEffects(
    ReservationQueries reservations,
    StatisticsQueries statistics,
    CircuitCaller callers,
    CampusCalendar calendar,
    IState<ReservationsState> state,
    [FromKeyedServices(CampusTime.Key)] TimeProvider clock,
    ILogger<ReservationsEffects> logger)
{
    /// <summary>The most that a user's list of current ones tells.</summary>
    public const int MaximumCurrent = 500;

    private readonly Lock _gate = new();
    private bool _isReading;
    private bool _isAskedAgain;

    [EffectMethod(typeof(ReservationsRequested))]
    public Task OnRequested(IDispatcher dispatcher) => ReadAsync(dispatcher);

    [EffectMethod(typeof(ReservationsOutdated))]
    public Task OnOutdated(IDispatcher dispatcher) => ReadAsync(dispatcher);

    [EffectMethod(typeof(SeriesBooked))]
    public Task OnSeriesBooked(IDispatcher dispatcher)
    {
        dispatcher.Dispatch(new ReservationsOutdated());
        return Task.CompletedTask;
    }

    private async Task ReadAsync(IDispatcher dispatcher)
    {
        lock (_gate)
        {
            _isAskedAgain = true;
            if (_isReading)
            {
                return;
            }

            _isReading = true;
        }

        while (TakesQuestion())
        {
            var answer = await AnswerAsync();
            if (answer is not null && !IsOutdated)
            {
                dispatcher.Dispatch(answer);
            }
        }
    }

    private bool IsOutdated
    {
        get
        {
            lock (_gate)
            {
                return _isAskedAgain;
            }
        }
    }

    private bool TakesQuestion()
    {
        lock (_gate)
        {
            _isReading = _isAskedAgain;
            _isAskedAgain = false;
            return _isReading;
        }
    }

    private async Task<object?> AnswerAsync()
    {
        try
        {
            return state.Value.Query is { } query && (await callers.FindAsync())?.Actor.UserId is { } userId
                ? await LoadAsync(query, userId)
                : null;
        }
        catch (Exception exception)
        {
            LogFailure(exception);
            return new ReservationsFailed();
        }
    }

    private async Task<ReservationsLoaded> LoadAsync(ReservationsQuery query, int userId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var current = await reservations.CurrentAsync(userId, now, MaximumCurrent, CancellationToken.None);
        var page = query.Tab == ReservationsTab.Past ? query.Page : 1;
        var (count, past) = await reservations.PastAsync(
            userId, now, (page - 1) * ReservationsState.PageSize, ReservationsState.PageSize, CancellationToken.None);
        var span = OwnStatistics.Span(now, calendar);
        var uses = await statistics.UseOfAsync(userId, span.Start, span.End, CancellationToken.None);
        return new ReservationsLoaded(query, All(current), All(past), count, OwnStatistics.Of(uses, now, calendar));
    }

    private static ImmutableArray<OwnReservation> All(IReadOnlyList<ReservationRow> rows) => [.. rows.Select(OwnReservation.Of)];

    [LoggerMessage(EventId = 320, Level = LogLevel.Error, Message = "The reservations of a user could not be read")]
    private partial void LogFailure(Exception exception);
}
