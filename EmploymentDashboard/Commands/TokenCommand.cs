using System.CommandLine;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Tokens from the command line. They are made on their owner's page: what they show is nobody else's business.</summary>
internal static class TokenCommand
{
    public static Command Create() => new TaughtCommand(
        "token",
        Say("列出、撤销程序上传文件用的令牌。制作在网页上。", "List and revoke the tokens by which programs send files in. They are made on the page."),
        "token list",
        "token revoke 3")
    {
        List(),
        Revoke(),
    };

    private static Command List()
    {
        var command = new Command("list", Say(
            "列出令牌，最新的在前：编号、谁的、名称、开头、可做、状态、制作、最近使用、到期的时刻（UTC），以制表符分隔。",
            "List tokens, the latest first: number, whose, name, first characters, what they may do, state, and when they were made, last used and expire (UTC), separated by tabs."));
        command.SetAction((parsed, _) => CommandHost.ReadAsync(parsed, async services =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            foreach (var token in services.GetRequiredService<ApiTokens>().All())
            {
                var state = token.RevokedAt is not null ? "revoked" : token.IsAlive(now) ? "valid" : "expired";
                await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Join(
                    '\t', token.Id, token.Owner, Terminal.Plain(token.Name), token.Prefix, TokenScopes.Write(token.Scopes), state, Moment.Write(token.CreatedAt), token.LastUsedAt is { } used ? Moment.Write(used) : "-", Moment.Write(token.ExpiresAt)));
            }

            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<long>("ID") { Description = Say("token list 给出的编号", "Its number, as token list gives it") };
        var command = new Command("revoke", Say("撤销令牌：立即失效。没有时退出码为 1。", "Revoke a token: it ends at once. Exit code 1 where there is none.")) { id };
        command.SetAction((parsed, _) => CommandHost.WriteAsync(parsed, async services =>
        {
            var number = parsed.GetValue(id);
            if (await services.GetRequiredService<ApiTokens>().RevokeAsync(number, CommandUser.Name) is { } token)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(Say($"已撤销 {token.Owner} 的 {Terminal.Plain(token.Label)}", $"Revoked {Terminal.Plain(token.Label)} of {token.Owner}"));
                return ExitCodes.Done;
            }

            await parsed.InvocationConfiguration.Error.WriteLineAsync(Say($"没有编号 {number} 的有效令牌；token list 列出全部。", $"There is no token {number} that is not revoked; token list shows all."));
            return ExitCodes.Rejected;
        }));
        return command;
    }
}
