using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>A line between a page and its circuit on which, once it is cut, nothing comes back; or late, all at once.</summary>
internal sealed class CutLine
{
    private readonly List<Action> _held = [];
    private bool _isSlow;

    public bool IsCut { get; set; }

    public void Connect(IWebSocketRoute page)
    {
        var server = page.ConnectToServer();
        page.OnMessage(frame => Send(server, frame));
        server.OnMessage(frame =>
        {
            if (IsCut)
            {
                return;
            }

            lock (_held)
            {
                if (_isSlow)
                {
                    _held.Add(() => Send(page, frame));
                }
                else
                {
                    Send(page, frame);
                }
            }
        });
    }

    /// <summary>What comes back from now on waits.</summary>
    public void Hold()
    {
        lock (_held)
        {
            _isSlow = true;
        }
    }

    /// <summary>All of it arrives, in its order.</summary>
    public void Release()
    {
        lock (_held)
        {
            _isSlow = false;
            _held.ForEach(send => send());
            _held.Clear();
        }
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
}
