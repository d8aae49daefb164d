namespace RoomMonitor.Web.Kiosks.Devices;

/// <summary>Which registered screen asks. A page asks while it is rendered; none is an anonymous screen, without acts and details.</summary>
public interface IKioskDevices
{
    /// <summary>The screen whose token the request carries, or null: no token, an unknown one, or a revoked screen's.</summary>
    KioskDeviceView? Current(HttpContext context);
}
