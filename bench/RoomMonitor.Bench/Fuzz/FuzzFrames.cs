using System.Text;

namespace RoomMonitor.Bench.Fuzz;

/// <summary>Frames as clients send them, with something wrong in most: flags, opcodes, lengths, masks, fragments without an end. The same seed gives the same ones.</summary>
internal sealed class FuzzFrames(int seed)
{
    private const int Final = 0x80;
    private const int Masked = 0x80;
    private const int TwoBytesFollow = 126;
    private const int EightBytesFollow = 127;

    private static readonly byte[][] _payloads =
    [
        [], Encoding.UTF8.GetBytes("""{"type":"ping"}"""), Encoding.UTF8.GetBytes("""{"type":"status.request"}"""), Encoding.UTF8.GetBytes("""{"type":"ping","type":1}"""),
        Encoding.UTF8.GetBytes("""{"type":"\ud800"}"""), Encoding.UTF8.GetBytes("{"), [0xC3, 0x28], [0x03, 0xE8], [0x00], [0xFF, 0xFF, 0xFF], new byte[125], new byte[126], new byte[5_000],
    ];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var payload = _payloads[_random.Next(_payloads.Length)];
        var opcode = _random.Next(4) switch { 0 => _random.Next(16), 1 => 0, 2 => 9, _ => 1 };
        var first = (byte)((_random.Next(5) == 0 ? 0 : Final) | opcode | (_random.Next(20) == 0 ? 0x40 : 0));
        var isMasked = _random.Next(20) > 0;
        byte[] frame = [first, .. Length(payload.Length, isMasked), .. isMasked ? new byte[4] : [], .. payload];
        for (var changes = _random.Next(8) == 0 ? 2 : 0; changes > 0; changes--)
        {
            frame[_random.Next(frame.Length)] = (byte)_random.Next(256);
        }

        return _random.Next(20) == 0 ? frame[.._random.Next(frame.Length + 1)] : frame;
    }

    /// <summary>In more bytes than needed, now and then, or a lie.</summary>
    private byte[] Length(int length, bool isMasked)
    {
        var mask = isMasked ? Masked : 0;
        return (_random.Next(30), length) switch
        {
            (0, _) => [(byte)(mask | EightBytesFollow), 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            (1, _) => [(byte)(mask | EightBytesFollow), 0, 0, 0, 0, 0, 0, (byte)(length >> 8), (byte)length],
            (_, < TwoBytesFollow) => [(byte)(mask | length)],
            _ => [(byte)(mask | TwoBytesFollow), (byte)(length >> 8), (byte)length],
        };
    }
}
