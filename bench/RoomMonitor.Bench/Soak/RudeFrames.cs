using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Soak;

/// <summary>What a client may not send.</summary>
internal static class RudeFrames
{
    private const int Binary = 2;
    private const int Reserved = 7;

    /// <summary>More than 20 in 10 s.</summary>
    private const int TooMany = 30;

    private static readonly byte[] _ping = ClientFrame.Text("""{"type":"ping"}""");

    private static readonly byte[][] _all =
    [
        ClientFrame.Text("{\"type\":"),
        ClientFrame.Text(""),
        ClientFrame.Text("[[[[[[[[[[[[[[[["),
        ClientFrame.Text("""{"type":"delete.everything","room_id":1}"""),
        ClientFrame.Text("""{"type":["ping"]}"""),
        ClientFrame.Make(FrameHeader.Text, [0x7B, 0xFF, 0xFE, 0x7D]),
        ClientFrame.Make(Binary, new byte[100]),
        ClientFrame.Text(new string('x', 5_000)),
        ClientFrame.Text(new string('x', 100_000)),
        ClientFrame.Make(Reserved, [1, 2, 3]),
        ClientFrame.Make(FrameHeader.Ping, new byte[126]),
        ClientFrame.Make(FrameHeader.Close, [1]),
        [0x81, 0x02, (byte)'{', (byte)'}'],
        [.. Enumerable.Repeat(_ping, TooMany).SelectMany(ping => ping)],
    ];

    public static byte[] Any(Random random) => _all[random.Next(_all.Length)];
}
