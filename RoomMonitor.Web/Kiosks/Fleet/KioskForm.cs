using RoomMonitor.Data.Kiosks;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Kiosks.Fleet;

/// <summary>What is being written into the form of a screen.</summary>
internal sealed class KioskForm
{
    /// <summary>Of a screen that is registered.</summary>
    public static KioskForm Of(KioskDevice device) => new()
    {
        Name = device.Name,
        Kind = device.Kind,
        RoomId = device.RoomId,
        Building = device.Building ?? "",
        Floor = device.Floor,
        ShowsDetails = device.ShowsDetails,
        MayBook = device.Kind != KioskKind.Room || device.MayBook,
    };

    public string Name { get; set; } = "";

    public KioskKind Kind { get; set; } = KioskKind.Room;

    public int? RoomId { get; set; }

    /// <summary>Empty: the whole campus.</summary>
    public string Building { get; set; } = "";

    public int? Floor { get; set; }

    public bool ShowsDetails { get; set; }

    public bool MayBook { get; set; } = true;

    public string? NameError =>
        string.IsNullOrWhiteSpace(Name) ? KioskAdminTexts.NameMissing
        : Name.Trim().Length > KioskDevice.MaximumNameLength ? KioskAdminTexts.FormatNameTooLong(KioskDevice.MaximumNameLength)
        : HiddenCharacters.FindIn(Name.Trim()) is { } hidden ? CommonTexts.FormatHiddenCharacter(HiddenCharacters.NameOf(hidden))
        : null;

    public string? RoomError => Kind == KioskKind.Room && RoomId is null ? KioskAdminTexts.RoomMissing : null;

    public bool IsComplete => NameError is null && RoomError is null;

    public KioskDraft ToDraft() => Kind == KioskKind.Room
        ? new KioskDraft(Name, Kind, RoomId, null, null, ShowsDetails, MayBook)
        : new KioskDraft(Name, Kind, null, Building.Length == 0 ? null : Building, Building.Length == 0 ? null : Floor, ShowsDetails: false, MayBook: false);
}
