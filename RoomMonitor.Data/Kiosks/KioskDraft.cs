using RoomMonitor.Domain.Names;

namespace RoomMonitor.Data.Kiosks;

/// <summary>
/// A screen that an administrator registers: a door panel with its room, another kind with a building and a floor, or none. Only a door panel may
/// book and show details: the others have no use for such rights, which would be for every room of theirs.
/// </summary>
public sealed record KioskDraft(string Name, KioskKind Kind, int? RoomId, string? Building, int? Floor, bool ShowsDetails, bool MayBook)
{
    /// <summary>Whether there can be such a screen.</summary>
    public bool IsPossible =>
        !string.IsNullOrWhiteSpace(Name)
        && Name.Trim().Length <= KioskDevice.MaximumNameLength
        && HiddenCharacters.FindIn(Name.Trim()) is null
        && HiddenCharacters.FindIn(Building ?? "") is null
        && (Kind == KioskKind.Room
            ? RoomId is not null && Building is null && Floor is null
            : RoomId is null && (Floor is null || Building is not null) && !ShowsDetails && !MayBook);
}
