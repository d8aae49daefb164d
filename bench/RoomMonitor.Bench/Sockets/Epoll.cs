using System.Runtime.InteropServices;

namespace RoomMonitor.Bench.Sockets;

/// <summary>Waits for any of many sockets, each known by a number.</summary>
internal sealed unsafe class Epoll : IDisposable
{
    public const uint Readable = 1;
    public const uint Writable = 4;
    public const uint Broken = 8 | 16;

    private const int Most = 1024;

    // struct epoll_event is packed on x86-64 only.
    private static readonly int _size = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;
    private static readonly int _keyAt = _size - 8;

    private readonly int _epoll = Libc.NewEpoll(0);
    private readonly byte* _events = (byte*)NativeMemory.AllocZeroed(Most * 16);

    public void Add(int fd, uint events, int key) => Control(1, fd, events, key);

    public void Change(int fd, uint events, int key) => Control(3, fd, events, key);

    /// <returns>How many sockets have something to tell.</returns>
    public int Wait() => Math.Max(0, Libc.WaitEpoll(_epoll, _events, Most, -1));

    public int Key(int index) => *(int*)(_events + (index * _size) + _keyAt);

    public uint Events(int index) => *(uint*)(_events + (index * _size));

    public void Dispose()
    {
        _ = Libc.Close(_epoll);
        NativeMemory.Free(_events);
    }

    private void Control(int operation, int fd, uint events, int key)
    {
        var settings = stackalloc byte[16];
        *(uint*)settings = events;
        *(long*)(settings + _keyAt) = key;
        _ = Libc.ControlEpoll(_epoll, operation, fd, settings);
    }
}
