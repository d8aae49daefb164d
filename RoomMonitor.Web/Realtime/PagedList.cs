using System.Collections;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// An immutable list in pages: replacing one item copies one page and the list of pages, so that a snapshot for each event stays
/// cheap with ten thousand rooms, and unchanged pages are shared by all snapshots.
/// </summary>
public sealed class PagedList<T> : IReadOnlyList<T>
{
    private const int PageSize = 64;

    private readonly T[][] _pages;

    public PagedList(IEnumerable<T> items)
    {
        _pages = [.. items.Chunk(PageSize)];
        Count = _pages.Sum(page => page.Length);
    }

    private PagedList(T[][] pages, int count)
    {
        _pages = pages;
        Count = count;
    }

    public int Count { get; }

    public T this[int index] => _pages[index / PageSize][index % PageSize];

    public PagedList<T> SetItem(int index, T item)
    {
        var pages = (T[][])_pages.Clone();
        var page = (T[])pages[index / PageSize].Clone();
        page[index % PageSize] = item;
        pages[index / PageSize] = page;
        return new(pages, Count);
    }

    public IEnumerator<T> GetEnumerator() => _pages.SelectMany(page => page).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
