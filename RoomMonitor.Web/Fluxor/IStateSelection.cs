namespace Fluxor;

/// <summary>A part of a feature's state, which notifies only when that part changes; transient.</summary>
public interface IStateSelection<TState, TValue> : IState<TValue>
{
    /// <summary>Raised with the new value when the selected part has changed.</summary>
    event EventHandler<TValue>? SelectedValueChanged;

    /// <summary>Says what to select; to be called once, before <see cref="IState{TState}.Value"/> is read.</summary>
    /// <param name="selector">A pure function of the state.</param>
    /// <param name="valueEquals">When two values count as the same; the type's own equality when left out.</param>
    /// <param name="selectedValueChanged">Called with the new value when it has changed.</param>
    /// <exception cref="InvalidOperationException">It was already called.</exception>
    void Select(
        Func<TState, TValue> selector,
        Func<TValue, TValue, bool>? valueEquals = null,
        Action<TValue>? selectedValueChanged = null);
}
