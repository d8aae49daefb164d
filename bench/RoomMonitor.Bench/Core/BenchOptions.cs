using System.Globalization;
using System.Numerics;

namespace RoomMonitor.Bench.Core;

/// <summary>The arguments of one command: <c>--name value</c>, each with a default.</summary>
public sealed class BenchOptions
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public BenchOptions(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == arguments.Count)
            {
                throw new BenchException($"Options are given as --name value; \"{arguments[i]}\" is not.");
            }

            _values[arguments[i][2..]] = arguments[i + 1];
        }
    }

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) => Parse<int>(name) ?? otherwise;

    public double Real(string name, double otherwise) => Parse<double>(name) ?? otherwise;

    private T? Parse<T>(string name)
        where T : struct, INumberBase<T> =>
        !_values.TryGetValue(name, out var text) ? null
        : T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new BenchException($"--{name} takes a number, not \"{text}\".");
}
