namespace Fluxor;

/// <summary>One named part of the store's state.</summary>
public interface IFeature : IStateChangedNotifier
{
    /// <summary>The name that it has in <see cref="IStore.Features"/>.</summary>
    string GetName();

    /// <summary>The current state.</summary>
    object? GetState();

    /// <summary>The type of the state.</summary>
    Type GetStateType();
}
