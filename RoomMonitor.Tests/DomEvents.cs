using AngleSharp.Dom;
using Bunit;

namespace RoomMonitor.Tests;

/// <summary>
/// In place of bUnit's own, which return before the handler has run while another thread renders. A handler that itself waits for what
/// the test does next is left to itself after a while.
/// </summary>
internal static class DomEvents
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    public static void Click(this IElement element) => Wait(element.ClickAsync());

    public static void Submit(this IElement element) => Wait(element.SubmitAsync());

    public static void Change<T>(this IElement element, T value) => Wait(element.ChangeAsync(value));

    public static void Input<T>(this IElement element, T value) => Wait(element.InputAsync(value));

    private static void Wait(Task handled)
    {
        if (Task.WhenAny(handled, Task.Delay(_patience)).GetAwaiter().GetResult() == handled)
        {
            handled.GetAwaiter().GetResult();
        }
    }
}
