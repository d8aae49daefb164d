using Fluxor;
using Microsoft.AspNetCore.Components;
using RoomMonitor.Data.Kiosks;
using RoomMonitor.Data.Reservations;
using RoomMonitor.Domain.Rooms;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Features.Notifications;
using RoomMonitor.Web.Kiosks.Devices;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>What administrators do with screens: asks where that is needed, does it, and says how it went. Who acts is asked anew each time.</summary>
public sealed partial class KioskDialogs
{
    private bool _isRegistering;
    private bool _isBusy;
    private KioskInvitation? _invitation;
    private KioskCodeResult? _code;
    private KioskDevice? _changing;
    private KioskDevice? _revoking;
    private IReadOnlyList<Room> _rooms = [];
    private string? _error;

    /// <summary>As the page knows them: a dialog follows what happens meanwhile.</summary>
    [Parameter, EditorRequired]
    public required KioskList List { get; set; }

    [Inject]
    public required KioskRegistry Registry { get; set; }

    [Inject]
    public required CircuitCaller Callers { get; set; }

    /// <summary>Asked once when a dialog opens.</summary>
    [Inject]
    public required OccupancyBroadcaster Board { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required IDispatcher Dispatcher { get; set; }

    [Inject]
    public required ILogger<KioskDialogs> Logger { get; set; }

    public void Register()
    {
        Close();
        _rooms = ReadRooms();
        _isRegistering = true;
        StateHasChanged();
    }

    public async Task DoAsync(KioskAct act, KioskDevice device)
    {
        Close();
        switch (act)
        {
            case KioskAct.Change:
                (_rooms, _changing) = (ReadRooms(), device);
                break;
            case KioskAct.Identify:
                await TellAsync(device, Registry.Identify, KioskAdminTexts.FormatIdentifyDone(device.Name));
                break;
            case KioskAct.Reload:
                await TellAsync(device, Registry.Reload, KioskAdminTexts.FormatReloadDone(device.Name));
                break;
            case KioskAct.NewLink:
                await TryAsync(async caller => _invitation = await Registry.InviteAsync(device.Id, caller, CancellationToken.None));
                ToastError();
                break;
            case KioskAct.Revoke:
                _revoking = device;
                break;
        }

        StateHasChanged();
    }

    private Task RegisterAsync(KioskDraft draft) => TryAsync(async caller =>
    {
        _invitation = await Registry.RegisterAsync(draft, caller, CancellationToken.None);
        _isRegistering = false;
    });

    private Task ChangeAsync(KioskDevice device, KioskDraft draft) => TryAsync(async caller =>
    {
        await Registry.ChangeAsync(device.Id, draft, caller, CancellationToken.None);
        Close();
        Toast(ToastKind.Success, KioskAdminTexts.FormatChangeDone(draft.Name.Trim()), KioskAdminTexts.ChangeFollows);
    });

    private async Task GiveAsync(string code, KioskInvitation invitation)
    {
        await TryAsync(caller =>
        {
            _code = Registry.Give(code, invitation, caller);
            return Task.CompletedTask;
        });
        ToastError();
    }

    private Task RevokeAsync(KioskDevice device) => TryAsync(async caller =>
    {
        await Registry.RevokeAsync(device.Id, caller, CancellationToken.None);
        Close();
        Toast(ToastKind.Success, KioskAdminTexts.FormatRevokeDone(device.Name));
    });

    private async Task TellAsync(KioskDevice device, Func<KioskDevice, Caller, bool> tell, string done)
    {
        await TryAsync(caller =>
        {
            if (tell(device, caller))
            {
                Toast(ToastKind.Success, done);
            }
            else
            {
                Toast(ToastKind.Warning, KioskAdminTexts.FormatNotListening(device.Name), KioskAdminTexts.NotListeningReason);
            }

            return Task.CompletedTask;
        });
        ToastError();
    }

    private async Task TryAsync(Func<Caller, Task> act)
    {
        if (_isBusy)
        {
            return;
        }

        (_isBusy, _error) = (true, null);
        try
        {
            if (await Callers.FindAsync() is { IsAdministrator: true } caller)
            {
                await act(caller);
            }
            else
            {
                _error = KioskAdminTexts.SignedOut;
            }
        }
        catch (Exception exception)
        {
            LogFailure(Logger, exception);
            _error = KioskAdminTexts.Failed;
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <summary>Where no dialog is open that would show it.</summary>
    private void ToastError()
    {
        if (_error is { } error)
        {
            _error = null;
            Toast(ToastKind.Error, error);
        }
    }

    private void Toast(ToastKind kind, string title, string message = "") => Dispatcher.Dispatch(new ToastRequested(new Toast(kind, title, message)));

    private void Close() => (_isRegistering, _invitation, _code, _changing, _revoking, _error) = (false, null, null, null, null, null);

    private IReadOnlyList<Room> ReadRooms() => [.. Board.Snapshot.InReadingOrder.Select(room => room.Room)];

    private KioskDevice? Find(int id) => List.Items.FirstOrDefault(item => item.Device.Id == id)?.Device;

    private string AddressOf(KioskInvitation invitation) => $"{Navigation.BaseUri}kiosk/pair/{invitation.Code}";

    [LoggerMessage(EventId = 802, Level = LogLevel.Error, Message = "An act on a registered screen failed")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
