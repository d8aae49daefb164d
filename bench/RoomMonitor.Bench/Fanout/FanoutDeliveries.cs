using System.Diagnostics;
using RoomMonitor.Bench.Sockets;

namespace RoomMonitor.Bench.Fanout;

/// <summary>What became of the messages that a number of reservations should have caused.</summary>
internal sealed record FanoutDeliveries(IReadOnlyList<double> Latencies, IReadOnlyList<double> LastClients, long Lost, long Doubled)
{
    public static FanoutDeliveries Of(IReadOnlyList<SentReservation> sent, IReadOnlyList<SwarmSocket> open, FanoutSettings settings, ReservationReceipts receipts)
    {
        List<double> latencies = [], lastClients = [];
        long lost = 0, doubled = 0;
        foreach (var reservation in sent.Where(reservation => reservation.Failure is null))
        {
            var times = receipts.TimesOf(reservation.ReservationId).Span;
            var (first, last) = (latencies.Count, 0.0);
            foreach (var socket in open.Where(socket => settings.Hears(socket.Index, reservation.RoomId)))
            {
                if (times[socket.Index] == 0)
                {
                    lost++;
                    continue;
                }

                latencies.Add(Stopwatch.GetElapsedTime(reservation.SentAt, times[socket.Index]).TotalMilliseconds);
                last = Math.Max(last, latencies[^1]);
            }

            var (received, again) = receipts.Count(reservation.ReservationId);
            doubled += again + received - (latencies.Count - first);
            if (last > 0)
            {
                lastClients.Add(last);
            }
        }

        return new FanoutDeliveries(latencies, lastClients, lost, doubled);
    }
}
