namespace EmploymentDashboard.Accounts;

/// <summary>Where people sign in and out and change what belongs to their account.</summary>
public static class AccountAddresses
{
    public const string SignInPage = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string SessionSign = "/account/session";
    /// <summary>Leads to the identity provider.</summary>
    public const string Provider = "/account/provider";

    /// <summary>Where the provider sends people back to: the redirect URI to register with it, after scheme and host.</summary>
    public const string ProviderReturn = "/account/provider/return";

    public const string Denied = "/account/denied";
    public const string Password = "/account/password";
    public const string Code = "/account/code";
    public const string SecondFactor = "/account/second-factor";
    public const string Users = "/account/users";
    public const string Tokens = "/account/tokens";
    public const string Setup = "/setup";

    /// <summary>The query parameter that says where to go on after signing in.</summary>
    public const string ReturnParameter = "returnUrl";

    /// <summary>The sign-in page, and from there back to where one was.</summary>
    public static string SignIn(string back)
    {
        if (back.StartsWith(SignInPage, StringComparison.Ordinal))
            return back;

        return back.StartsWith(Setup, StringComparison.Ordinal) || back.StartsWith(Code, StringComparison.Ordinal) ? SignInPage : Returning(SignInPage, back);
    }

    /// <summary>A page on the way to where someone wants to go.</summary>
    public static string Returning(string page, string back) => back == "/" ? page : $"{page}?{ReturnParameter}={Uri.EscapeDataString(back)}";
}
