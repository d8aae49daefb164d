using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RoomMonitor.Web.Hosting.Configuration;

namespace RoomMonitor.Web.Accounts;

/// <summary>
/// The certificate that the keys on disk are encrypted for: <c>Accounts:KeyCertificate</c>, a PKCS #12 file or a PEM file with certificate and key, and
/// <c>Accounts:KeyCertificatePassword</c>. None as shipped: then the folder's mode alone guards them.
/// </summary>
internal static class KeyCertificate
{
    private const string Setting = "Accounts:KeyCertificate";

    /// <exception cref="ConfigurationException">It can't be read, or can't decrypt.</exception>
    public static X509Certificate2? Find(IConfiguration configuration, string relativeTo)
    {
        if (configuration[Setting] is not { Length: > 0 } configured)
        {
            return null;
        }

        var path = Path.GetFullPath(configured, relativeTo);
        var certificate = Load(path, configuration["Accounts:KeyCertificatePassword"]);
        return certificate.HasPrivateKey && certificate.GetRSAPublicKey() is not null
            ? certificate
            : throw new ConfigurationException($"{Setting} {path} can't be used: it needs an RSA certificate with its private key.");
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return !path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ConfigurationException($"{Setting} {path} can't be used: {exception.Message}");
        }
    }
}
