using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Caching.Memory;

namespace RoomMonitor.Web.Api.Caching;

/// <summary>
/// What costs and is the same for everybody is made once for all who ask at the same time (docs/adr/0014). It is made into memory and only then sent,
/// so that nobody who reads slowly, or goes away, keeps others waiting: the framework's output cache would send it to the first one while it locks out the rest.
/// </summary>
/// <param name="keptBytes">Addresses are without number: what is kept is bounded.</param>
internal sealed class PublicDocuments(PublicDocumentKeys keys, PageBudget budget, long keptBytes = 64 * 1024 * 1024) : IDisposable
{
    /// <summary>A key is good for a second. What is older only waits to be forgotten.</summary>
    private static readonly TimeSpan _life = TimeSpan.FromSeconds(15);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = keptBytes, ExpirationScanFrequency = _life });
    private readonly ConcurrentDictionary<string, TaskCompletionSource<PublicDocument?>> _making = [];
    private int _made;

    /// <summary>How many have been made for all.</summary>
    public int Made => Volatile.Read(ref _made);

    public int Kept => _kept.Count;

    /// <summary>Last before the endpoints: what stands before it is done for each request.</summary>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (await keys.FindAsync(context) is not { } key)
        {
            await AloneAsync(context, next);
        }
        else if (await FindAsync(key.Text, context) is { } document)
        {
            await document.WriteAsync(context);
        }
        else
        {
            await MakeAsync(key, context, next);
        }
    }

    public void Dispose() => _kept.Dispose();

    /// <summary>One that is kept, or that somebody makes just now.</summary>
    private async ValueTask<PublicDocument?> FindAsync(string key, HttpContext context) =>
        _kept.TryGetValue(key, out PublicDocument? document) ? document
            : _making.TryGetValue(key, out var making) ? await making.Task.WaitAsync(context.RequestAborted)
            : null;

    private async Task MakeAsync(PublicDocumentKey key, HttpContext context, RequestDelegate next)
    {
        if (budget.IsSpent(context))
        {
            await PageBudget.RefuseAsync(context);
            return;
        }

        var own = new TaskCompletionSource<PublicDocument?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var making = _making.GetOrAdd(key.Text, own);
        if (making != own)
        {
            // Where whoever makes it fails or goes away, the others don't: each makes his own.
            await (await making.Task.WaitAsync(context.RequestAborted) is { } document ? document.WriteAsync(context) : next(context));
            return;
        }

        PublicDocument? made = null;
        try
        {
            // Somebody may have been done in between.
            made = _kept.TryGetValue(key.Text, out PublicDocument? kept) ? kept : await RunAsync(key, context, next);
        }
        finally
        {
            _making.TryRemove(key.Text, out _);
            own.SetResult(made);
        }

        if (made is not null)
        {
            await made.WriteAsync(context);
        }
    }

    /// <summary>Null where it wasn't for others; then it is sent already.</summary>
    private async Task<PublicDocument?> RunAsync(PublicDocumentKey key, HttpContext context, RequestDelegate next)
    {
        var (response, original) = (context.Response, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        var cookies = response.Headers.SetCookie.Count;
        using var buffer = new MemoryStream();
        var body = new StreamResponseBodyFeature(buffer, original);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        context.Features.Set(PublicDocumentMaking.Instance);
        try
        {
            await next(context);
            await body.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
        }

        var bytes = buffer.ToArray();
        if (PublicDocument.Of(key.Kind, response, bytes, cookies) is not { } document)
        {
            if (bytes.Length > 0)
            {
                await original.Stream.WriteAsync(bytes, context.RequestAborted);
            }

            // Without a word it isn't begun: an error page, or a problem document, has it.
            return null;
        }

        Interlocked.Increment(ref _made);

        // Twice the length, for the compressed forms, and the key, which anybody may make long.
        return _kept.Set(key.Text, document, new MemoryCacheEntryOptions
        {
            Size = (2 * document.Length) + (2 * key.Text.Length) + 1_000,
            AbsoluteExpirationRelativeToNow = _life,
        });
    }

    private async Task AloneAsync(HttpContext context, RequestDelegate next) =>
        await (budget.IsSpent(context) ? PageBudget.RefuseAsync(context) : next(context));
}
