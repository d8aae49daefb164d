using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Features.Notifications;

/// <summary>Section <c>Notifications</c>.</summary>
public sealed class NotificationsOptions
{
    /// <summary>The corner in which messages appear.</summary>
    [EnumDataType(typeof(ToastPosition))]
    public ToastPosition Position { get; init; } = ToastPosition.TopRight;
}
