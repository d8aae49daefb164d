using System.ComponentModel.DataAnnotations;

namespace RoomMonitor.Web.Hosting.Configuration;

/// <summary>Section <c>Campus</c>.</summary>
public sealed class CampusOptions : IValidatableObject
{
    [Required]
    public string Name { get; init; } = "";

    /// <summary>The campus's time zone, an IANA name.</summary>
    [Required]
    public string TimeZone { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Campus:TimeZone is \"{TimeZone}\", which is no IANA time zone such as Europe/Lisbon.", [nameof(TimeZone)]);
        }
    }
}
