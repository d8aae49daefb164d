using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>Screens, the client module and what happens without a server: beside <see cref="BrowserCollection"/>, in a browser and a campus of their own.</summary>
[CollectionDefinition(Name)]
public sealed class ScreenCollection : ICollectionFixture<ChromiumFixture>, ICollectionFixture<DemoServerFixture>
{
    public const string Name = "Screens";
}
