using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace EmploymentDashboard.Accounts;

public enum CodeOutcome
{
    Right,

    /// <summary>Wrong, of another time, or used before.</summary>
    Wrong,

    /// <summary>The secret was sealed under keys that this server does not have, as after moving without them.</summary>
    Unreadable,
}

/// <summary>
/// A second factor beside the password: codes of an authenticator app (<see cref="Totp"/>), and recovery codes for who has lost it. Secrets are sealed
/// by the server's keys, which are not in the database, each for its owner alone.
/// </summary>
public sealed class SecondFactors(SecondFactorStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Purpose = "second factor";

    /// <summary>How long someone may take to bring a new secret into an app.</summary>
    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(15);

    /// <summary>A new secret on its way to the user's app and back: what the form carries.</summary>
    public string Offer(User user, byte[] secret) => Base64Url.EncodeToString(OfferSeal(user).Protect(secret, OfferLasts));

    /// <summary>The secret that was offered to this user; null where it was not, or too long ago.</summary>
    public byte[]? Offered(User user, string? offer)
    {
        try
        {
            return offer is null ? null : OfferSeal(user).Unprotect(Base64Url.DecodeFromChars(offer));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The step whose code shows that the user's app has the secret; null where it does not.</summary>
    public long? Confirms(byte[] secret, string code) => Totp.StepOf(secret, Plain(code), clock.GetUtcNow(), used: 0);

    /// <summary>Sets it, and ends the user's sessions.</summary>
    /// <param name="step">Of <see cref="Confirms"/>: its code is used up.</param>
    /// <returns>The recovery codes, which cannot be shown again; null where the user was changed meanwhile.</returns>
    public async Task<IReadOnlyList<string>?> SetAsync(User user, byte[] secret, long step, string client)
    {
        var codes = RecoveryCodes.Make();
        return await store.SetAsync(user, Seal(user).Protect(secret), step, [.. codes.Select(code => RecoveryCodes.Hash(secret, code))], client) ? codes : null;
    }

    /// <summary>Makes other recovery codes, and ends the user's sessions.</summary>
    /// <returns>null where the user was changed meanwhile, or has no second factor that this server can read.</returns>
    public async Task<IReadOnlyList<string>?> RenewCodesAsync(User user, string client)
    {
        if (store.FindSealed(user) is not { } kept || Open(user, kept) is not { } secret)
            return null;

        var codes = RecoveryCodes.Make();
        return await store.RenewCodesAsync(user, [.. codes.Select(code => RecoveryCodes.Hash(secret, code))], client) ? codes : null;
    }

    /// <summary>Whether this is a code of now or a recovery code. It is used up by it.</summary>
    public Task<CodeOutcome> TryAsync(User user, string typed, string client)
    {
        var code = Plain(typed);
        return store.UseAsync(
            user,
            (kept, used) =>
            {
                if (Open(user, kept) is not { } secret)
                    return new(IsUnreadable: true);
                return code.Length == Totp.Digits ? new(Step: Totp.StepOf(secret, code, clock.GetUtcNow(), used)) : new(Hash: RecoveryCodes.Hash(secret, code));
            },
            client);
    }

    /// <summary>Without the spaces that apps show within codes, and where someone typed the wide letters and digits of a Chinese keyboard, the plain ones.</summary>
    private static string Plain(string typed) => new([.. typed.Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter)]);

    private byte[]? Open(User user, byte[] kept)
    {
        try
        {
            return Seal(user).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Seal(User user) => protection.CreateProtector(Purpose, UserIds.Write(user.Id));

    private ITimeLimitedDataProtector OfferSeal(User user) => protection.CreateProtector(Purpose + " offered", UserIds.Write(user.Id), user.SecurityStamp).ToTimeLimitedDataProtector();
}
