using System.Collections.Frozen;
using RoomMonitor.Domain.Names;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Web.Rooms;

/// <summary>The icon of a piece of equipment by its name.</summary>
public static class AmenityIcons
{
    private static readonly FrozenDictionary<string, string> _icons = new Dictionary<string, string>
    {
        ["Screen"] = AppIcons.Screen,
        ["Whiteboard"] = AppIcons.Whiteboard,
        ["Video calls"] = AppIcons.VideoCalls,
        ["Projector"] = AppIcons.Projector,
        ["Microphone"] = AppIcons.Microphone,
        ["Lecture recording"] = AppIcons.LectureRecording,
        ["Workbench"] = AppIcons.Workbench,
        ["Fume hood"] = AppIcons.FumeHood,
        ["Step-free"] = AppIcons.StepFree,
    }.ToFrozenDictionary(NameComparer.Instance);

    /// <summary>A general one for equipment that isn't known here.</summary>
    public static string Of(string amenity) => _icons.GetValueOrDefault(amenity, AppIcons.Equipment);
}
