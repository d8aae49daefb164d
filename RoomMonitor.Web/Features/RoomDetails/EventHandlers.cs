using Microsoft.AspNetCore.Components;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>Events of the room page's own elements, registered by js/week-chooser.js and js/form-use.js.</summary>
[EventHandler("onslotmoved", typeof(SlotEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onslotchosen", typeof(SlotEventArgs), enableStopPropagation: false, enablePreventDefault: false)]
[EventHandler("onformused", typeof(EventArgs), enableStopPropagation: false, enablePreventDefault: false)]
public static class EventHandlers;
