using System.Globalization;
using System.Text;
using RoomMonitor.Web.Parts;
using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Web.Features.RoomDetails;

/// <summary>The QR code of a room's page as a file, for a door or a poster.</summary>
internal static class RoomQrEndpoint
{
    public static void MapRoomQr(this IEndpointRouteBuilder pages) =>
        pages.MapGet("/rooms/{id:int}/qr.svg", Get).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Of a room's page under a base address that ends with a slash.</summary>
    public static string AddressOf(string baseAddress, int roomId) => string.Create(CultureInfo.InvariantCulture, $"{baseAddress}rooms/{roomId}");

    private static IResult Get(int id, HttpRequest request, OccupancyBroadcaster broadcaster) =>
        broadcaster.Snapshot.Find(id) is { } room
            ? Results.File(
                Encoding.UTF8.GetBytes(QrDrawing.Of(AddressOf($"{request.Scheme}://{request.Host}{request.PathBase}/", id)).ToSvg()),
                "image/svg+xml",
                $"{room.Room.Name}.svg")
            : Results.NotFound();
}
