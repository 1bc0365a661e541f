using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// Codes that change every half minute, made alike by a person's authenticator app and here from a secret that both know
/// (RFC 6238 with SHA-1 and 6 digits, which is what every app takes).
/// </summary>
public static class Totp
{
    public const int Digits = 6;

    /// <summary>As long as SHA-1's own result, which RFC 4226 recommends.</summary>
    private const int SecretLength = 20;

    private const long StepSeconds = 30;

    /// <summary>By how many steps the clocks of telephone and server may differ.</summary>
    private const int Drift = 1;

    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    /// <summary>The number of the half minute, counted from 1970.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step, as text with leading zeros.</summary>
    public static string CodeOf(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The RFC's own algorithm: as HMAC it has none of the weakness of the plain hash.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code this is, near the moment and later than the last that was used; null where it is none's.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset moment, long used)
    {
        var present = StepAt(moment);
        long? found = null;
        for (var step = present - Drift; step <= present + Drift; step++)
        {
            if (step > used && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, step)), Encoding.UTF8.GetBytes(code)))
                found ??= step;
        }

        return found;
    }

    /// <summary>The secret as apps take it by hand.</summary>
    public static string Base32(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var next in secret)
        {
            (bits, held) = ((bits << 8) | next, held + 8);
            for (; held >= 5; held -= 5)
                text.Append(Base32Letters[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }

        return held == 0 ? text.ToString() : text.Append(Base32Letters[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>The address that an app reads from a picture.</summary>
    /// <param name="issuer">What the app calls this dashboard.</param>
    public static string Address(string issuer, string user, ReadOnlySpan<byte> secret)
    {
        var service = Uri.EscapeDataString(issuer);
        return $"otpauth://totp/{service}:{Uri.EscapeDataString(user)}?secret={Base32(secret)}&issuer={service}";
    }
}
