using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RoomMonitor.Tests.Support;
using RoomMonitor.Web.Accounts;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Tests.Accounts;

public sealed class KeyCertificateTests : IDisposable
{
    private const string Password = "of the certificate";

    private readonly string _folder = Directory.CreateTempSubdirectory("roommonitor-certificate-").FullName;

    private string File => Path.Combine(_folder, "keys.pfx");

    private string Keys => Path.Combine(_folder, "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keys_WithACertificate_LieEncryptedAndOutliveARestart()
    {
        WriteCertificate();
        string kept;
        await using (var first = App())
        {
            kept = Protector(first).Protect("kept");
        }

        var key = await System.IO.File.ReadAllTextAsync(Directory.GetFiles(Keys, "key-*.xml").Single());
        key.Should().Contain("EncryptedKey").And.NotContain("<masterKey");
        await using var second = App();
        Protector(second).Unprotect(kept).Should().Be("kept");
    }

    [Theory]
    [InlineData("gone.pfx", Password)]
    [InlineData("keys.pfx", "another")]
    [InlineData("keys.pem", null)]
    public void Certificate_ThatCantBeUsed_IsOneLine(string file, string? password)
    {
        WriteCertificate();
        System.IO.File.WriteAllText(Path.Combine(_folder, "keys.pem"), "no certificate");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Accounts:KeyCertificate"] = file,
            ["Accounts:KeyCertificatePassword"] = password,
        }).Build();

        FluentActions.Invoking(() => KeyCertificate.Find(configuration, _folder)).Should().Throw<ConfigurationException>().WithMessage("Accounts:KeyCertificate*");
    }

    private static IDataProtector Protector(RoomMonitorApp app) => app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private RoomMonitorApp App() => new RoomMonitorApp()
        .With("Accounts:KeyFolder", Keys).With("Accounts:KeyCertificate", File).With("Accounts:KeyCertificatePassword", Password);

    private void WriteCertificate()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=RoomMonitor keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
        System.IO.File.WriteAllBytes(File, certificate.Export(X509ContentType.Pfx, Password));
    }
}
