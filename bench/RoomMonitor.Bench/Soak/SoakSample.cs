using System.Text.Json.Serialization;
using RoomMonitor.Bench.Core;

namespace RoomMonitor.Bench.Soak;

/// <summary>Some seconds of a soak.</summary>
/// <param name="T">Minutes since the counted time began, at the end of these seconds.</param>
/// <param name="ResidentMib">The server's memory.</param>
/// <param name="Cores">The server's CPU, as a share of one core.</param>
/// <param name="P50">From request to message, over all steady sockets, in milliseconds.</param>
/// <param name="LoadMib">This program's memory, which must not grow either.</param>
internal sealed record SoakSample(
    double T,
    double ResidentMib,
    double Cores,
    double P50,
    double P99,
    int OpenSockets,
    int OpenCircuits,
    double BatchesPerSecond,
    double LoadMib,
    [property: JsonIgnore] LatencyHistogram Latencies);
