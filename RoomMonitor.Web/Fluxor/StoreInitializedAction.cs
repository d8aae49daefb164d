namespace Fluxor;

/// <summary>Dispatched once, when the store has been initialised and has processed what waited for that.</summary>
public sealed class StoreInitializedAction;
