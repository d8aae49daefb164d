namespace Fluxor.Stores;

/// <summary>
/// Listens to its feature only while somebody listens to it. It isn't disposable on purpose: a scope keeps each disposable transient until
/// it ends, and a circuit with cards that come and go would collect them for hours.
/// </summary>
internal sealed class StateSelection<TState, TValue>(IState<TState> source) : IStateSelection<TState, TValue>, IOwnedByComponent
{
    // Held while selector and valueEquals run: they are pure, and values must be compared in the order of the states.
    private readonly Lock _gate = new();
    private Func<TState, TValue>? _selector;
    private Func<TValue, TValue, bool> _valueEquals = EqualityComparer<TValue>.Default.Equals;
    private Action<TValue>? _callback;
    private EventHandler? _stateChanged;
    private EventHandler<TValue>? _selectedValueChanged;
    private bool _listening;
    private TState? _state;
    private TValue? _value;
    private TValue? _announced;

    public event EventHandler? StateChanged
    {
        add => Change(() => _stateChanged += value);
        remove => Change(() => _stateChanged -= value);
    }

    public event EventHandler<TValue>? SelectedValueChanged
    {
        add => Change(() => _selectedValueChanged += value);
        remove => Change(() => _selectedValueChanged -= value);
    }

    public TValue Value
    {
        get
        {
            lock (_gate)
            {
                return Current();
            }
        }
    }

    public void Select(
        Func<TState, TValue> selector,
        Func<TValue, TValue, bool>? valueEquals = null,
        Action<TValue>? selectedValueChanged = null)
    {
        ArgumentNullException.ThrowIfNull(selector);
        Change(() =>
        {
            if (_selector is not null)
            {
                throw new InvalidOperationException("Select may be called once only.");
            }

            _state = source.Value;
            _value = selector(_state);
            _selector = selector;
            _valueEquals = valueEquals ?? _valueEquals;
            _callback = selectedValueChanged;
        });
    }

    public void Release() => Change(() => _callback = null);

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            var wanted = _selector is not null && (_callback ?? _stateChanged ?? (Delegate?)_selectedValueChanged) is not null;
            if (wanted && !_listening)
            {
                source.StateChanged += OnSourceChanged;
                _announced = Current();
            }
            else if (!wanted && _listening)
            {
                source.StateChanged -= OnSourceChanged;
            }

            _listening = wanted;
        }
    }

    private TValue Current()
    {
        var selector = _selector ?? throw new InvalidOperationException("Select must be called before the value is read.");
        var state = source.Value;
        if (!ReferenceEquals(state, _state))
        {
            var value = selector(state);
            _value = _valueEquals(_value!, value) ? _value : value;
            _state = state;
        }

        return _value!;
    }

    private void OnSourceChanged(object? sender, EventArgs args)
    {
        TValue value;
        Action<TValue>? callback;
        EventHandler<TValue>? selectedValueChanged;
        EventHandler? stateChanged;
        lock (_gate)
        {
            value = Current();
            if (!_listening || _valueEquals(_announced!, value))
            {
                return;
            }

            _announced = value;
            (callback, selectedValueChanged, stateChanged) = (_callback, _selectedValueChanged, _stateChanged);
        }

        callback?.Invoke(value);
        selectedValueChanged?.Invoke(this, value);
        stateChanged?.Invoke(this, EventArgs.Empty);
    }
}
