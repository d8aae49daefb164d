using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;

namespace RoomMonitor.Tests.WebSockets;

/// <summary>Over TLS a frame can't go straight to the socket.</summary>
public sealed class SecureSocketTests
{
    [Fact]
    public async Task Overview_OverTls_TellsStatusAndUpdates()
    {
        using var certificate = SelfSigned();
        await using var server = await SocketServer.StartAsync(configure: listen => listen.UseHttps(certificate));
        server.Address.Scheme.Should().Be("https");
        using var client = await server.ConnectAsync(
            "/ws/rooms/overview/",
            options => options.RemoteCertificateValidationCallback = (_, given, _, _) => given!.GetCertHashString() == certificate.GetCertHashString());

        var status = await client.ReadAsync();
        server.Booking.Create(1);
        var update = await client.ReadAsync();

        status.Type().Should().Be("rooms.status");
        status.Rooms().Should().HaveCount(3);
        update.Type().Should().Be("room.update");
        update.Sequence().Should().Be(status.Sequence() + 1);
        await client.CloseAsync();
        await server.EndedAsync();
        server.Log.Errors.Should().BeEmpty();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
