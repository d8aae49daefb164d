using Microsoft.Playwright;

namespace RoomMonitor.Tests.Browser;

/// <summary>A line between a page and its circuit on which, once it is cut, nothing comes back.</summary>
internal sealed class CutLine
{
    public bool IsCut { get; set; }

    public void Connect(IWebSocketRoute page)
    {
        var server = page.ConnectToServer();
        page.OnMessage(frame => Send(server, frame));
        server.OnMessage(frame =>
        {
            if (!IsCut)
            {
                Send(page, frame);
            }
        });
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
