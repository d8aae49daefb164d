using System.Text;

namespace RoomMonitor.Bench.Fuzz;

/// <summary>
/// Requests as people make them, with something wrong in each: another method, a value that doesn't belong there, a body of which bytes are
/// missing, doubled or changed. The same seed gives the same ones.
/// </summary>
internal sealed class FuzzRequests(int seed)
{
    private static readonly string[] _methods = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS"];

    private static readonly string[] _targets =
    [
        "/api/rooms/{}/", "/api/rooms/status/?building={}&status={}&min_capacity={}", "/api/rooms/{}/status/", "/api/rooms/{}/availability/?start_date={}&end_date={}",
        "/api/reservations/?page={}&page_size={}&date={}&from={}&to={}&status={}&room_id={}&mine={}", "/api/reservations/{}/", "/api/reservations/user/{}/",
        "/api/reservations/{}/cancel/", "/api/reservations/", "/api/series/", "/api/series/{}/", "/api/activity/feed/?limit={}", "/api/profile/", "/api/auth/login/",
        "/api/auth/token/refresh/", "/rooms/{}?date={}&start={}&end={}", "/?date={}&from={}&to={}&people={}&building={}", "/monitor?building={}&floor={}&status={}&q={}",
        "/kiosk/overview?building={}&floor={}&theme={}&lang={}", "/kiosk/free?building={}&floor={}", "/kiosk/rooms/{}?theme={}", "/kiosk/setup/", "/kiosk/setup/ask/",
        "/rooms/{}/badge.svg?lang={}", "/rooms/{}/qr.svg", "/account/sign-in?returnUrl={}", "/{}", "/ws/rooms/{}/", "/ws/rooms/overview/?building={}&heartbeat={}",
    ];

    private static readonly string[] _values =
    [
        "", "0", "1", "-1", "2147483648", "-99999999999999999999", "1e308", "NaN", "1.5", "true", "null", "[]", "{}", "abc", "%00", "%0d%0aX-Forged:%201", "%ff%fe", "%ed%a0%80",
        "%e2%80%ae", "%f0%9f%98%80", "%", "%2", "..%2f..%2fetc%2fpasswd", "%252e%252e", "%27%20OR%201=1--", "%3Cscript%3E", "2026-12-14", "2026-02-30", "0001-01-01", "9999-12-31",
        "2026-12-14T09:00:00Z", "2026-12-14T09:00:00%2B99:00", "24:00", "09:00", "free", "confirmed", "de", "//evil.example", new('9', 400), new('a', 4_000),
    ];

    private static readonly string[] _bodies =
    [
        """{"room_id":1,"start":"2026-12-14T09:00:00Z","end":"2026-12-14T10:00:00Z","purpose":"Fuzz","attendees":1}""",
        """{"room_id":1,"date":"2026-12-14","start_time":"09:00","end_time":"10:00","purpose":"Fuzz","attendees":1,"contact_email":"a@b.example","contact_phone":"1"}""",
        """{"room_id":1,"date":"2026-12-14","start_time":"09:00","end_time":"10:00","purpose":"Fuzz","attendees":1,"recurrence":{"frequency":"weekly","interval":1,"count":3}}""",
        """{"email":"a@b.example","password":"x"}""", """{"refresh":"CfDJ8"}""", """{"theme":"dark","favorite_rooms":[1,2],"notifications_enabled":true}""", """{"secret":"x"}""",
    ];

    private static readonly string[] _pieces =
        ["null", "-1", "99999999999999999999", "1e999", "\"\\ud800\"", "\"\\u0000\"", "\"\\u202e\"", "[", "{", "}", "]", ",", ":", "\"", "\\", "[[[[[[[[", "{\"a\":", "\u00e9", "\ufffd"];

    private static readonly string[] _contentTypes = ["application/json", "application/json; charset=utf-16", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x"];

    private readonly Random _random = new(seed);

    public FuzzRequest Next()
    {
        var target = new StringBuilder();
        foreach (var part in One(_targets).Split("{}"))
        {
            target.Append(target.Length == 0 ? "" : One(_values)).Append(part);
        }

        // Seldom what the path wants: mostly it is, or nothing of what is behind the method would be reached.
        var method = _random.Next(4) == 0 ? One(_methods) : _random.Next(2) == 0 ? "GET" : "POST";
        var hasBody = method is "POST" or "PATCH" or "PUT";
        return new(method, target.ToString(), _random.Next(8) == 0 ? One(_contentTypes) : _contentTypes[0], hasBody ? Body() : []);
    }

    private byte[] Body()
    {
        var bytes = new List<byte>(Encoding.UTF8.GetBytes(One(_bodies)));
        for (var changes = _random.Next(4); changes > 0; changes--)
        {
            var at = _random.Next(bytes.Count + 1);
            switch (_random.Next(4))
            {
                case 0:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(One(_pieces)));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(_random.Next(20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes[at..Math.Min(at + _random.Next(60), bytes.Count)]);
                    break;
                default:
                    bytes.Insert(at, (byte)_random.Next(256));
                    break;
            }
        }

        return [.. bytes];
    }

    private string One(string[] all) => all[_random.Next(all.Length)];
}
