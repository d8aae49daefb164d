using RoomMonitor.Tests.Browser;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("RoomMonitor.Tests.Support.BrowsersFirst", "RoomMonitor.Tests")]

namespace RoomMonitor.Tests.Support;

/// <summary>The browser tests take longest and wait for most of it: they begin, and the others run beside them (xunit.runner.json says how many).</summary>
public sealed class BrowsersFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName is BrowserCollection.Name or ScreenCollection.Name ? 0 : 1);
}
