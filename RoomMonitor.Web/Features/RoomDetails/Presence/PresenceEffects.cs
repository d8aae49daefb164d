using Fluxor;
using RoomMonitor.Web.Accounts;

namespace RoomMonitor.Web.Features.RoomDetails.Presence;

/// <summary>Lets the other viewers of the room know.</summary>
public sealed class PresenceEffects(PresenceFeed feed, CircuitCaller caller)
{
    [EffectMethod]
    public Task OnEntered(PresenceEntered action, IDispatcher dispatcher)
    {
        feed.Enter(action.RoomId);
        return Task.CompletedTask;
    }

    [EffectMethod]
    public Task OnLeft(PresenceLeft action, IDispatcher dispatcher)
    {
        feed.Leave(action.RoomId);
        return Task.CompletedTask;
    }

    /// <summary>Who isn't signed in can't book, and so picks nothing.</summary>
    [EffectMethod]
    public async Task OnPicked(SlotPicked action, IDispatcher dispatcher) =>
        feed.Pick(action.Slot is not null && await caller.FindAsync() is not null ? action.Slot : null);
}
