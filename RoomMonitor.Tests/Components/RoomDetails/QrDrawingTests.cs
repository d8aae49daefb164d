using System.Globalization;
using System.Text.RegularExpressions;
using RoomMonitor.Web.Parts;

namespace RoomMonitor.Tests.Components.RoomDetails;

public sealed class QrDrawingTests
{
    [Fact]
    public void Of_Address_HasItsThreeFindersWithinTheQuietZone()
    {
        var drawing = QrDrawing.Of("https://rooms.example.edu/rooms/12");
        var dark = Modules(drawing);

        foreach (var (left, top) in new[] { (4, 4), (drawing.Size - 11, 4), (4, drawing.Size - 11) })
        {
            for (var x = 0; x < 7; x++)
            {
                for (var y = 0; y < 7; y++)
                {
                    var ring = Math.Max(Math.Abs(x - 3), Math.Abs(y - 3));
                    dark.Contains((left + x, top + y)).Should().Be(ring != 2);
                }
            }
        }

        dark.Should().OnlyContain(module => module.X >= 4 && module.Y >= 4 && module.X < drawing.Size - 4 && module.Y < drawing.Size - 4);
    }

    [Fact]
    public void Of_AnotherAddress_IsAnotherCode() => QrDrawing.Of("https://a/rooms/1").Path.Should().NotBe(QrDrawing.Of("https://a/rooms/2").Path);

    [Fact]
    public void ToSvg_IsAFileOfItsOwn() =>
        System.Xml.Linq.XDocument.Parse(QrDrawing.Of("x").ToSvg()).Root!.Name.Should().Be(System.Xml.Linq.XName.Get("svg", "http://www.w3.org/2000/svg"));

    private static HashSet<(int X, int Y)> Modules(QrDrawing drawing) => Regex.Matches(drawing.Path, @"M(\d+) (\d+)h(\d+)v1h-\3z")
        .SelectMany(run => Enumerable.Range(int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(run.Groups[3].Value, CultureInfo.InvariantCulture)).Select(x => (x, int.Parse(run.Groups[2].Value, CultureInfo.InvariantCulture))))
        .ToHashSet();
}
