using System.Runtime.InteropServices;

namespace RoomMonitor.Bench.Sockets;

/// <summary>The calls of Linux's libc that one thread needs to own thousands of sockets.</summary>
internal static unsafe partial class Libc
{
    public const int Again = 11;
    public const int Interrupted = 4;
    public const int InProgress = 115;

    public const int NoSignal = 0x4000;
    private const int Inet = 2;
    private const int Stream = 1;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;
    private const int OpenFiles = 7;

    /// <summary>A TCP socket that never blocks, sends at once, and takes its port only when it knows whom it connects to.</summary>
    /// <param name="receiveBuffer">Bytes that it takes while nobody reads; 0: as many as the system likes, in segments of loopback's size.</param>
    public static int NewSocket(int receiveBuffer)
    {
        var fd = Socket(Inet, Stream | NonBlocking | CloseOnExec, 0);
        var one = 1;
        _ = SetOption(fd, level: 6, name: 1 /* TCP_NODELAY */, &one, sizeof(int));
        _ = SetOption(fd, level: 0, name: 24 /* IP_BIND_ADDRESS_NO_PORT */, &one, sizeof(int));
        if (receiveBuffer > 0)
        {
            // The other end's buffer goes by the size of segments: megabytes with those of loopback, some ten kilobytes with Ethernet's.
            var segment = 1400;
            _ = SetOption(fd, level: 6, name: 2 /* TCP_MAXSEG */, &segment, sizeof(int));
            _ = SetOption(fd, level: 1, name: 8 /* SO_RCVBUF */, &receiveBuffer, sizeof(int));
        }

        return fd;
    }

    /// <summary>What became of a connect: 0 or an errno.</summary>
    public static int ConnectResult(int fd)
    {
        int error = 0, length = sizeof(int);
        return GetOption(fd, level: 1, name: 4 /* SO_ERROR */, &error, &length) == 0 ? error : Marshal.GetLastPInvokeError();
    }

    /// <summary>Raises this process's limit on open files, which the servers it starts inherit, and tells what is in force.</summary>
    public static int RaiseOpenFiles(int wanted)
    {
        var limit = stackalloc ulong[2];
        _ = GetLimit(OpenFiles, limit);
        var (soft, hard) = (limit[0], limit[1]);
        foreach (var (newSoft, newHard) in new[] { ((ulong)wanted, Math.Max(hard, (ulong)wanted)), (Math.Min(hard, (ulong)wanted), hard) })
        {
            (limit[0], limit[1]) = (Math.Max(soft, newSoft), newHard);
            if (SetLimit(OpenFiles, limit) == 0)
            {
                return (int)Math.Min(int.MaxValue, limit[0]);
            }
        }

        return (int)soft;
    }

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    public static partial int Bind(int fd, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    public static partial int Connect(int fd, byte* address, int length);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    public static partial nint Receive(int fd, byte* buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    public static partial nint Send(int fd, byte* buffer, nint length, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int fd);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int NewEpoll(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int ControlEpoll(int epoll, int operation, int fd, byte* settings);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int WaitEpoll(int epoll, byte* events, int most, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int NewEvent(uint count, int flags);

    [LibraryImport("libc", EntryPoint = "eventfd_write")]
    public static partial int Signal(int fd, ulong count);

    [LibraryImport("libc", EntryPoint = "eventfd_read")]
    public static partial int TakeSignals(int fd, ulong* count);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Socket(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "setsockopt")]
    private static partial int SetOption(int fd, int level, int name, int* value, int length);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    private static partial int GetOption(int fd, int level, int name, int* value, int* length);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, ulong* limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, ulong* limit);
}
