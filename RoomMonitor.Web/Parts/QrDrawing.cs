using System.Globalization;
using System.Text;
using QRCoder;

namespace RoomMonitor.Web.Parts;

/// <summary>A text as a QR code (ISO/IEC 18004, a seventh of it may be lost), black on white within its quiet zone.</summary>
/// <param name="Size">Modules on a side, the quiet zone of four on each among them.</param>
/// <param name="Path">The dark modules as an SVG path in units of a module.</param>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var start = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }

    /// <summary>A file of its own, of a size that prints well.</summary>
    public string ToSvg() => string.Create(
        CultureInfo.InvariantCulture,
        $"""<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges"><rect width="{Size}" height="{Size}" fill="#fff"/><path d="{Path}"/></svg>""");
}
