namespace RoomMonitor.Web.Accounts;

/// <summary>
/// Who may call what. Each endpoint and page names one of these, or allows anonymous readers by name; what names none is closed.
/// The API takes bearer tokens only and the pages the cookie only.
/// </summary>
public static class AccountPolicies
{
    /// <summary>An endpoint of <c>/api</c> for anybody who sent a bearer token.</summary>
    public const string ApiUser = nameof(ApiUser);

    /// <summary>An endpoint of <c>/api</c> for administrators.</summary>
    public const string ApiAdministrator = nameof(ApiAdministrator);

    /// <summary>A page for anybody who is signed in.</summary>
    public const string PageUser = nameof(PageUser);

    /// <summary>A page for administrators.</summary>
    public const string PageAdministrator = nameof(PageAdministrator);
}
