namespace RoomMonitor.Web.Api.Status;

/// <summary>How a body is sent.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}
