using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>A line between a page and its circuit that is as slow as a test wants: what the page sends waits until it is let go.</summary>
internal sealed class HeldLine
{
    private readonly Lock _sending = new();
    private readonly List<Action> _waiting = [];
    private IWebSocketRoute? _page;

    public bool IsHeld { get; private set; } = true;

    public void Hold() => IsHeld = true;

    public void LetGo()
    {
        lock (_sending)
        {
            IsHeld = false;
            _waiting.ForEach(send => send());
            _waiting.Clear();
        }
    }

    /// <summary>The socket breaks; the next one is held.</summary>
    public async Task BreakAsync()
    {
        Hold();
        await _page!.CloseAsync(new() { Code = 1011 });
    }

    public void Connect(IWebSocketRoute page)
    {
        _page = page;
        lock (_sending)
        {
            _waiting.Clear();
        }

        var server = page.ConnectToServer();
        page.OnMessage(frame => Pass(() => Send(server, frame)));
        server.OnMessage(frame => Send(page, frame));
    }

    private static void Send(IWebSocketRoute to, IWebSocketFrame frame)
    {
        if (frame.Binary is { } bytes)
        {
            to.Send(bytes);
        }
        else
        {
            to.Send(frame.Text!);
        }
    }

    private void Pass(Action send)
    {
        lock (_sending)
        {
            if (IsHeld)
            {
                _waiting.Add(send);
            }
            else
            {
                send();
            }
        }
    }
}
