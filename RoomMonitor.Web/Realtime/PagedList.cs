using System.Collections;

namespace RoomMonitor.Web.Realtime;

/// <summary>
/// An immutable list in pages: replacing some items copies their pages and the list of pages, so that a snapshot for each event stays
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

    public IEnumerator<T> GetEnumerator() => _pages.SelectMany(page => page).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>For any number of replacements: each page is copied once, however many of its items change.</summary>
    public Builder ToBuilder() => new(this);

    /// <summary>A list in the making. The list that it came from never changes.</summary>
    public sealed class Builder
    {
        private readonly PagedList<T> _from;
        private T[][]? _pages;

        internal Builder(PagedList<T> from) => _from = from;

        public T this[int index]
        {
            get => (_pages ?? _from._pages)[index / PageSize][index % PageSize];
            set
            {
                _pages ??= (T[][])_from._pages.Clone();
                ref var page = ref _pages[index / PageSize];
                if (ReferenceEquals(page, _from._pages[index / PageSize]))
                {
                    page = (T[])page.Clone();
                }

                page[index % PageSize] = value;
            }
        }

        /// <summary>The list with all replacements so far; the one that it came from where there are none. Ends the builder.</summary>
        public PagedList<T> ToPagedList() => _pages is null ? _from : new(_pages, _from.Count);
    }
}
