using System.Net.WebSockets;
using MessagePack;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Circuits;

/// <summary>
/// One circuit, as a browser has it, without the browser: gets the page, starts the circuit on what was prerendered, acknowledges
/// every render batch at once and answers what the circuit asks of its scripts.
/// </summary>
public sealed class PageCircuit : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly CircuitPage _page;
    private readonly PageMarkers _markers;
    private readonly string _cookies;
    private readonly BatchReceived? _onBatch;
    private readonly ScriptAnswers _scripts = new();
    private readonly List<Action<HubFrames>> _answers = [];
    private TaskCompletionSource _connected = NewSignal();
    private TaskCompletionSource _ready = NewSignal();
    private CircuitLine _line = null!;
    private Task _receiving = Task.CompletedTask;
    private string _secret = "";
    private bool _isLeaving;

    private PageCircuit(int number, HttpClient http, CircuitPage page, PageMarkers markers, string cookies, BatchReceived? onBatch)
    {
        (Number, _http, _page, _markers, _cookies, _onBatch) = (number, http, page, markers, cookies, onBatch);
    }

    /// <summary>Its place in the swarm, from 0.</summary>
    public int Number { get; }

    public long Batches { get; private set; }

    public long BatchBytes { get; private set; }

    /// <summary>What ended it unasked; null while it lives.</summary>
    public string? Failure { get; private set; }

    /// <summary>Returns when the page stands, interactive and measured.</summary>
    public static async Task<PageCircuit> OpenAsync(int number, HttpClient http, CircuitPage page, BatchReceived? onBatch)
    {
        using var answer = await http.GetAsync(page.Address);
        answer.EnsureSuccessStatusCode();
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var values) ? string.Join("; ", values.Select(value => value.Split(';')[0])) : "";
        var markers = PageMarkers.Read(await answer.Content.ReadAsStringAsync());
        var circuit = new PageCircuit(number, http, page, markers, cookies, onBatch);
        await circuit.ConnectAsync("StartCircuit", page.Root.ToString(), page.Address.ToString(), "[]", markers.State);
        await circuit._ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return circuit;
    }

    /// <summary>Loses the connection and comes back to the same circuit, which sends again what was not acknowledged.</summary>
    public async Task ReconnectAsync()
    {
        await HangUpAsync();
        await ConnectAsync("ConnectCircuit", _secret);
    }

    /// <summary>Leaves the page: the circuit is told, and ends at once.</summary>
    public async ValueTask DisposeAsync()
    {
        using var form = new MultipartFormDataContent { { new StringContent(_secret), "circuitId" } };
        using var answer = await _http.PostAsync(new Uri(_page.Root, "_blazor/disconnect"), form);
        await HangUpAsync();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task HangUpAsync()
    {
        _isLeaving = true;
        await _line.HangUpAsync();
        await _receiving;
        await _line.DisposeAsync();
    }

    private async Task ConnectAsync(string method, params object?[] arguments)
    {
        (_isLeaving, _connected) = (false, NewSignal());
        _line = await CircuitLine.OpenAsync(_http, _page.Root, _cookies);
        _receiving = ReceiveAsync();
        await _line.SendAsync(frames => frames.AddCall("0", method, arguments));
        await _connected.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task ReceiveAsync()
    {
        try
        {
            await _line.ReceiveAsync(Read, AnswerAsync);
            Fail("The server closed the connection.");
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or BenchException)
        {
            Fail(exception.Message);
        }
    }

    private void Fail(string reason)
    {
        if (!_isLeaving)
        {
            Failure = reason;
            _connected.TrySetException(new BenchException(reason));
            _ready.TrySetException(new BenchException(reason));
        }
    }

    private async ValueTask AnswerAsync()
    {
        if (_answers.Count > 0)
        {
            await _line.SendAsync(frames => _answers.ForEach(answer => answer(frames)));
            _answers.Clear();
        }
    }

    private void Read(ReadOnlyMemory<byte> frame, long receivedAt)
    {
        var reader = new MessagePackReader(frame);
        reader.ReadArrayHeader();
        switch (reader.ReadInt32())
        {
            case HubFrames.Invocation:
                reader.Skip();
                reader.Skip();
                ReadCall(ref reader, receivedAt);
                break;
            case HubFrames.Completion:
                ReadCompletion(ref reader);
                break;
            case HubFrames.Close:
                throw new BenchException($"The server closed the circuit: {reader.ReadString()}");
        }
    }

    private void ReadCompletion(ref MessagePackReader reader)
    {
        reader.Skip();
        reader.Skip();
        const int WithResult = 3;
        if (reader.ReadInt32() != WithResult)
        {
            throw new BenchException($"The circuit could not be started: {reader.ReadString()}");
        }

        if (reader.NextMessagePackType == MessagePackType.String)
        {
            _secret = reader.ReadString()!;
        }
        else if (!reader.ReadBoolean())
        {
            throw new BenchException("The circuit is gone.");
        }

        _connected.TrySetResult();
    }

    private void ReadCall(ref MessagePackReader reader, long receivedAt)
    {
        var target = reader.ReadString();
        reader.ReadArrayHeader();
        switch (target)
        {
            case "JS.RenderBatch":
                ReadBatch(ref reader, receivedAt);
                break;
            case "JS.BeginInvokeJS":
                Invoke(reader.ReadInt64(), reader.ReadString()!, reader.ReadString() ?? "", reader.ReadInt64());
                break;
            case "JS.EndUpdateRootComponents" when _page.Viewport is null:
            case "JS.EndInvokeDotNet":
                _ready.TrySetResult();
                break;
            case "JS.Error":
                throw new BenchException($"The circuit failed: {reader.ReadString()}");
        }
    }

    private void ReadBatch(ref MessagePackReader reader, long receivedAt)
    {
        var id = reader.ReadInt64();
        var batch = reader.ReadBytes()!.Value.FirstSpan;
        Batches++;
        BatchBytes += batch.Length;
        _onBatch?.Invoke(this, receivedAt, batch);
        _answers.Add(frames => frames.AddCall(null, "OnRenderCompleted", id, null));
    }

    private void Invoke(long call, string function, string arguments, long resultType)
    {
        var result = $"[{call},true,{_scripts.To(function, resultType)}]";
        if (function == "Blazor._internal.attachWebRendererInterop")
        {
            _answers.Add(frames => frames.AddCall(null, "UpdateRootComponents", _markers.Operations, _markers.State));
        }

        if (call != 0)
        {
            _answers.Add(frames => frames.AddCall(null, "EndInvokeJSFromDotNet", call, true, result));
        }

        if (function == "attach" && _page.Viewport is { } viewport)
        {
            var grid = ScriptAnswers.DotNetObject(arguments);
            _answers.Add(frames => frames.AddCall(null, "BeginInvokeDotNetFromJS", "1", null, "OnViewportChanged", grid, $"[{viewport}]"));
        }
    }
}
