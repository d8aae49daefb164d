using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Security;

/// <summary>Section <c>Security</c>: whose pages may open circuits.</summary>
public sealed class CircuitOriginOptions : IValidatableObject
{
    /// <summary>
    /// Origins besides the server's own host, such as <c>https://rooms.example.edu</c>: where a proxy asks by another <c>Host</c> than the browser.
    /// </summary>
    public IReadOnlyList<string> CircuitOrigins { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => CircuitOrigins
        .Where(origin => SocketOrigins.Normalise(origin) is null)
        .Select(origin => new ValidationResult(
            $"Security:CircuitOrigins holds \"{origin}\", which is no origin such as https://rooms.example.edu.", [nameof(CircuitOrigins)]));
}
