using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace RoomMonitor.Web.Kiosks.Screens;

/// <summary>Where a screen gets its news from.</summary>
/// <param name="Socket">The channel of its room or building.</param>
/// <param name="Schedule">The schedules of its rooms.</param>
internal sealed record ScreenSource(string Socket, string Schedule)
{
    public static ScreenSource Room(int id) => new(
        string.Create(CultureInfo.InvariantCulture, $"ws/rooms/{id}/"), string.Create(CultureInfo.InvariantCulture, $"api/rooms/{id}/schedule/"));

    public static ScreenSource Overview(string? building, int? floor)
    {
        var (socket, schedule) = (new QueryBuilder(), new QueryBuilder());
        if (building is not null)
        {
            socket.Add("building", building);
            schedule.Add("building", building);
        }

        if (floor is { } given)
        {
            schedule.Add("floor", given.ToString(CultureInfo.InvariantCulture));
        }

        return new($"ws/rooms/overview/{socket.ToQueryString()}", $"api/rooms/schedule/{schedule.ToQueryString()}");
    }
}
