namespace RoomMonitor.Web.Security;

/// <summary>The content security policy of an endpoint that can't live under the common one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ContentPolicyAttribute(string policy) : Attribute
{
    public string Policy { get; } = policy;
}
