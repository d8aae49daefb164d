namespace RoomMonitor.Data.Kiosks;

/// <summary>
/// A registered screen. A one-time link makes it hold a token, by which it may act in its rooms until it is revoked; token and link are
/// stored as digests only. Times are UTC and real, whatever the campus clock shows.
/// </summary>
public sealed class KioskDevice
{
    public const int MaximumNameLength = 100;

    /// <summary>A link is for whoever stands before the screen now.</summary>
    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromMinutes(15);

    private KioskDevice()
    {
    }

    public int Id { get; private set; }

    public string Name { get; private set; } = "";

    public KioskKind Kind { get; private set; }

    /// <summary>Of a door panel.</summary>
    public int? RoomId { get; private set; }

    /// <summary>Of the other kinds; null for the whole campus.</summary>
    public string? Building { get; private set; }

    /// <summary>Of the building; null for all of it.</summary>
    public int? Floor { get; private set; }

    /// <summary>Whether it may show purpose and organiser.</summary>
    public bool ShowsDetails { get; private set; }

    /// <summary>Whether whoever stands before it may book, check in, extend and end.</summary>
    public bool MayBook { get; private set; }

    /// <summary>Null until its link was opened, and once it is revoked.</summary>
    public string? TokenHash { get; private set; }

    public string? InvitationHash { get; private set; }

    public DateTime? InvitationExpiresAt { get; private set; }

    /// <summary>The name of the administrator who registered it.</summary>
    public string CreatedBy { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was last heard of, to the minute or so: servers remember it better and write it down now and then.</summary>
    public DateTime? SeenAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>Grows by one with each change but that of <see cref="SeenAt"/>: a link serves once, also when it is opened twice at once.</summary>
    public int Version { get; private set; }

    public static KioskDevice Register(KioskDraft draft, string createdBy, DateTime now) => new()
    {
        Name = draft.Name.Trim(),
        Kind = draft.Kind,
        RoomId = draft.RoomId,
        Building = draft.Building,
        Floor = draft.Floor,
        ShowsDetails = draft.ShowsDetails,
        MayBook = draft.MayBook,
        CreatedBy = createdBy,
        CreatedAt = now,
    };

    /// <summary>Another name, place or right. Its token and its link stay.</summary>
    public void Change(KioskDraft draft)
    {
        RequireRegistered();
        (Name, Kind, RoomId, Building, Floor) = (draft.Name.Trim(), draft.Kind, draft.RoomId, draft.Building, draft.Floor);
        (ShowsDetails, MayBook) = (draft.ShowsDetails, draft.MayBook);
        Version++;
    }

    /// <summary>A new link; the one before it is void. A screen that holds a token keeps it until the link is opened.</summary>
    /// <returns>The code of the link, which nobody can find out again.</returns>
    public string Invite(DateTime now)
    {
        RequireRegistered();
        var code = KioskSecret.New();
        (InvitationHash, InvitationExpiresAt) = (KioskSecret.HashOf(code), now + InvitationLifetime);
        Version++;
        return code;
    }

    public bool IsInvited(DateTime now) => RevokedAt is null && InvitationHash is not null && now < InvitationExpiresAt;

    /// <summary>Opens the link: the screen before which this happens gets the token, and any other loses it.</summary>
    /// <returns>The token, which nobody can find out again.</returns>
    public string Pair(DateTime now)
    {
        RequireRegistered();
        if (!IsInvited(now))
        {
            throw new InvalidOperationException("There is no link that could be opened.");
        }

        var token = KioskSecret.New();
        TokenHash = KioskSecret.HashOf(token);
        (InvitationHash, InvitationExpiresAt) = (null, null);
        SeenAt = now;
        Version++;
        return token;
    }

    public void Revoke(DateTime now)
    {
        if (RevokedAt is null)
        {
            (TokenHash, InvitationHash, InvitationExpiresAt) = (null, null, null);
            RevokedAt = now;
            Version++;
        }
    }

    public void Seen(DateTime at) => SeenAt = at > SeenAt ? at : SeenAt ?? at;

    private void RequireRegistered()
    {
        if (RevokedAt is not null)
        {
            throw new InvalidOperationException("This screen is revoked. Register it anew.");
        }
    }
}
