using Fluxor;

namespace RoomMonitor.Web.Features.Profile;

/// <summary>A feature by hand rather than <c>[FeatureState]</c>: a prerender, which sees only initial state, has the reader's rooms, and so has its circuit.</summary>
public sealed class ProfileFeature : Feature<ProfileState>
{
    /// <summary>What the page came with, set before anything asks for the state; null where nobody is signed in.</summary>
    public PageMarks? Marks { get; set; }

    public override string GetName() => "Profile";

    protected override ProfileState GetInitialState() => ProfileState.Of(Marks);
}
