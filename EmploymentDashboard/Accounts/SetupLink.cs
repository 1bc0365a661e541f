using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace EmploymentDashboard.Accounts;

/// <summary>
/// The one-time link by which the first administrator is made. It is good until it was used, until there is an administrator, or
/// until the next start makes another. Only a hash is kept, and only in memory.
/// </summary>
public sealed class SetupLink(UserStore store) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private byte[]? _hash;

    public static string Address(string token) => $"{AccountAddresses.Setup}?token={token}";

    /// <summary>Makes the token of a new link, 256 bits in letters that an address takes as they are; null where there is an administrator already.</summary>
    public string? Open()
    {
        if (store.HasAdministrator())
            return null;

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        _hash = Hash(token);
        return token;
    }

    /// <summary>Compares in constant time.</summary>
    public bool Opens(string? token) => _hash is { } hash && CryptographicOperations.FixedTimeEquals(hash, Hash(token ?? "")) && !store.HasAdministrator();

    /// <summary>Makes the first administrator, one caller after the other, so that of two only one succeeds; null where the link is dead.</summary>
    public async Task<IdentityResult?> UseAsync(string? token, Func<Task<IdentityResult>> create)
    {
        await _one.WaitAsync();
        try
        {
            if (!Opens(token))
                return null;

            var result = await create();
            if (result.Succeeded)
                _hash = null;
            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
