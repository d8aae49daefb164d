namespace Fluxor.Stores;

/// <summary>What the store does with a feature.</summary>
internal interface IStoreFeature : IFeature
{
    /// <summary>Reduces the action, and notifies when that changed the state.</summary>
    void Receive(object action);

    /// <summary>Ends late notifications.</summary>
    void Close();
}
