using RoomMonitor.Web.Realtime;

namespace RoomMonitor.Tests.Realtime;

public sealed class PagedListTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    public void Builder_ReplacesItems_AndLeavesTheListItCameFrom(int count)
    {
        var numbers = Enumerable.Range(0, count).ToList();
        var list = new PagedList<int>(numbers);
        var builder = list.ToBuilder();
        foreach (var index in new[] { 0, count / 2, count - 1, 0 })
        {
            builder[index] = -1 - index;
        }

        var replaced = builder.ToPagedList();

        builder[0].Should().Be(-1);
        replaced.Should().Equal(numbers.Select(number => number == 0 || number == count / 2 || number == count - 1 ? -1 - number : number));
        list.Should().Equal(numbers);
    }

    [Fact]
    public void Builder_WithoutAReplacement_GivesTheSameList()
    {
        var list = new PagedList<int>([1, 2, 3]);

        list.ToBuilder().ToPagedList().Should().BeSameAs(list);
    }
}
