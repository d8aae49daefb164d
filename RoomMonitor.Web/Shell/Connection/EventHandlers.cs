using Microsoft.AspNetCore.Components;

namespace RoomMonitor.Web.Shell.Connection;

/// <summary>Teaches Razor the event; its name is Razor's.</summary>
[EventHandler("onconnectionreturn", typeof(ConnectionReturnEventArgs))]
public static class EventHandlers;
