using RoomMonitor.Web.Api.Problems;

namespace RoomMonitor.Web.Api.Input;

/// <summary>What is wrong with the fields of a request: collected, so that a caller learns everything at once.</summary>
internal abstract class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = [];

    /// <summary>The first thing that is wrong with a field counts.</summary>
    public virtual void Refuse(string field, string message) => _errors.TryAdd(field, [message]);

    /// <exception cref="ApiException">400 with everything refused so far.</exception>
    public virtual void ThrowIfRefused()
    {
        if (_errors.Count > 0)
        {
            throw new ApiException(
                StatusCodes.Status400BadRequest, string.Join(" ", _errors.Select(error => $"{error.Key}: {error.Value[0]}")), _errors);
        }
    }
}
