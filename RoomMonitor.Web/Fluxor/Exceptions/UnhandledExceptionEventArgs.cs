namespace Fluxor.Exceptions;

/// <summary>Carries an effect's exception to those who may deal with it.</summary>
public sealed class UnhandledExceptionEventArgs(Exception exception) : EventArgs
{
    /// <summary>What the effect threw.</summary>
    public Exception Exception { get; } = exception;

    /// <summary>Whether somebody has dealt with it, so that the renderer needn't.</summary>
    public bool WasHandled { get; private set; }

    /// <summary>Says that the exception has been dealt with.</summary>
    public void Handled() => WasHandled = true;
}
