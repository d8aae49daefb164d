namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>A setting that can't be. The message is one line, for the operator.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
