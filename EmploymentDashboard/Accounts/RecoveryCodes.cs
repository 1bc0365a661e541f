using System.Security.Cryptography;
using System.Text;

namespace EmploymentDashboard.Accounts;

/// <summary>Codes on paper for who has lost the telephone: 50 bits each, good once.</summary>
internal static class RecoveryCodes
{
    private const int Count = 10;
    private const int Length = 10;

    /// <summary>Without I, L, O and U, which are read as others, or as words.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>As people read them: <c>7K3QM-09XWE</c>.</summary>
    public static IReadOnlyList<string> Make() =>
        [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Letters, Length)).Select(code => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}")];

    /// <summary>What is kept of a code. Without the secret, which is sealed, guesses cannot be compared with it.</summary>
    public static byte[] Hash(byte[] secret, string code)
    {
        var letters = new string([.. code.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter })]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, HMACSHA256.HashSizeInBytes, info: "recovery codes"u8.ToArray());
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(letters));
    }
}
