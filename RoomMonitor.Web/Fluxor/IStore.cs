namespace Fluxor;

/// <summary>The features of one scope (in Blazor Server: one circuit), their reducers and effects.</summary>
public interface IStore : IActionSubscriber
{
    /// <summary>Raised for an exception of an effect, on the thread that the effect failed on.</summary>
    event EventHandler<Exceptions.UnhandledExceptionEventArgs>? UnhandledException;

    /// <summary>The features by name.</summary>
    IReadOnlyDictionary<string, IFeature> Features { get; }

    /// <summary>Completes when <see cref="InitializeAsync"/> has worked through the waiting actions.</summary>
    Task Initialized { get; }

    /// <summary>Starts the store: the actions that wait are processed in order, then a <see cref="StoreInitializedAction"/>. Once is enough.</summary>
    Task InitializeAsync();
}
