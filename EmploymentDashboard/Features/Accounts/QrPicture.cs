using System.Text;
using QRCoder;

namespace EmploymentDashboard.Features.Accounts;

internal static class QrPicture
{
    /// <summary>The text as a picture for an <c>img</c>: black on white with its margin, for cameras find nothing else, whatever the page's colours.</summary>
    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        var svg = picture.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));
    }
}
