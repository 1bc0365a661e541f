using System.Text;
using EmploymentDashboard.Accounts;

namespace EmploymentDashboard.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Secret = "12345678901234567890"u8.ToArray();
    private static readonly DateTimeOffset Moment = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);

    /// <summary>RFC 6238, appendix B, for SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Code_IsThatOfTheStandard(long seconds, string code)
    {
        var step = Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(code, Totp.CodeOf(Secret, step, digits: 8));
        Assert.Equal(code[2..], Totp.CodeOf(Secret, step));
    }

    /// <summary>By how many seconds the telephone's clock is off, how many steps ago a code was last used, and whether the code is taken.</summary>
    [Theory]
    [InlineData(0, 9, true)]
    [InlineData(-30, 9, true)]
    [InlineData(30, 9, true)]
    [InlineData(-60, 9, false)]
    [InlineData(60, 9, false)]
    [InlineData(0, 1, true)]
    [InlineData(0, 0, false)]
    [InlineData(-30, 1, false)]
    [InlineData(-30, 0, false)]
    [InlineData(30, 0, true)]
    [InlineData(30, -1, false)]
    public void Code_IsTakenOneStepEitherSideAndOnce(int ahead, int usedStepsAgo, bool isTaken)
    {
        var (now, shown) = (Totp.StepAt(Moment), Totp.StepAt(Moment.AddSeconds(ahead)));
        Assert.Equal(isTaken ? shown : null, Totp.StepOf(Secret, Totp.CodeOf(Secret, shown), Moment, now - usedStepsAgo));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("-12345")]
    public void WhatIsNoCode_IsNoStep(string text) => Assert.Null(Totp.StepOf(Secret, text, Moment, used: 0));

    /// <summary>RFC 4648, section 10, without the padding that apps leave out.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secret_IsWrittenInBase32(string text, string base32) => Assert.Equal(base32, Totp.Base32(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("重庆区县就业统计", "张三")]
    [InlineData("Chongqing district employment", "li.si-2_3@office")]
    public void Address_HoldsNamesOfAnyScript(string issuer, string user)
    {
        var address = Totp.Address(issuer, user, Secret);
        Assert.All(address, letter => Assert.True(char.IsAscii(letter) && letter != ' '));
        var uri = new Uri(address);
        Assert.Equal(("otpauth", "totp", $"/{issuer}:{user}"), (uri.Scheme, uri.Host, Uri.UnescapeDataString(uri.AbsolutePath)));
        Assert.Equal(["secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", $"issuer={issuer}"], uri.Query[1..].Split('&').Select(Uri.UnescapeDataString));
    }

    [Fact]
    public void Secrets_AreLongAndDiffer()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => Totp.NewSecret()).ToList();
        Assert.All(secrets, secret => Assert.Equal(20, secret.Length));
        Assert.Distinct(secrets.Select(Convert.ToHexString));
    }
}
