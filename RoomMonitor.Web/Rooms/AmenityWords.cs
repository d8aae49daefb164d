
namespace RoomMonitor.Web.Rooms;

/// <summary>Equipment as people read it: the campus writes what it likes, and what is known is translated.</summary>
public static class AmenityWords
{
    /// <summary>In the reader's language; what isn't known here as the campus writes it.</summary>
    public static string Of(string amenity) => amenity.ToUpperInvariant() switch
    {
        "FUME HOOD" => AmenityTexts.FumeHood,
        "LECTURE RECORDING" => AmenityTexts.LectureRecording,
        "MICROPHONE" => AmenityTexts.Microphone,
        "PROJECTOR" => AmenityTexts.Projector,
        "SCREEN" => AmenityTexts.Screen,
        "STEP-FREE" => AmenityTexts.StepFree,
        "VIDEO CALLS" => AmenityTexts.VideoCalls,
        "WHITEBOARD" => AmenityTexts.Whiteboard,
        "WORKBENCH" => AmenityTexts.Workbench,
        _ => amenity,
    };
}
