using System.Globalization;

namespace EmploymentDashboard.Tests.Charts;

/// <summary>How people see colours who lack one kind of cone.</summary>
/// <remarks>
/// The matrices for full severity, on linear RGB, of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes: A Physiologically-based Model for
/// Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009). Differences are distances in B. Ottosson's Oklab (2020), times 100; about 2 can just be told.
/// </remarks>
internal static class ColourVision
{
    public static IReadOnlyDictionary<string, double[]> Kinds { get; } = new Dictionary<string, double[]>(StringComparer.Ordinal)
    {
        ["all cones"] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        ["protanopia"] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        ["deuteranopia"] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        ["tritanopia"] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <param name="first">As CSS writes it: #rgb or #rrggbb.</param>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    public static double Difference(string first, string second, string kind)
    {
        var (a, b) = (Oklab(Seen(Linear(first), Kinds[kind])), Oklab(Seen(Linear(second), Kinds[kind])));
        return 100 * Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    private static double[] Linear(string css)
    {
        var digits = css.Length == 4 ? string.Concat(css[1..].Select(digit => new string(digit, 2))) : css[1..];
        return [.. Enumerable.Range(0, 3).Select(channel => int.Parse(digits.AsSpan(channel * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
    }

    private static double[] Seen(double[] rgb, double[] matrix) => [.. Times(matrix, rgb).Select(value => Math.Clamp(value, 0, 1))];

    private static double[] Oklab(double[] rgb)
    {
        var cones = Times([0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005], rgb).Select(Math.Cbrt).ToArray();
        return Times([0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371, 0.7827717662, -0.8086757660], cones);
    }

    private static double[] Times(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => (matrix[row * 3] * vector[0]) + (matrix[(row * 3) + 1] * vector[1]) + (matrix[(row * 3) + 2] * vector[2]))];
}
