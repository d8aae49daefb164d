namespace RoomMonitor.Tests.Store;

public sealed record Incremented;

public sealed record ResetToZero;

public sealed record Noted(string Text);

public readonly record struct AddedStruct(int By);

public interface ITraced
{
    string Mark { get; }
}

public abstract record Lettered(string Mark) : ITraced;

public sealed record LetteredTwice(string Mark) : Lettered(Mark);

public sealed record Broken;

public sealed record Unheard;
