using RoomMonitor.Tests.Support;

namespace RoomMonitor.Tests.Browser;

/// <summary>The browser tests of pages run one after the other, in one Chromium.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ChromiumFixture>, ICollectionFixture<DemoServerFixture>
{
    public const string Name = "Browser";
}
