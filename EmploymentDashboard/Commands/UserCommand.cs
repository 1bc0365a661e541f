using System.CommandLine;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Identity;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Users from the command line, for the first ones and for when nobody can sign in any more.</summary>
internal static class UserCommand
{
    private const string Role = "--role";
    private const string PasswordStdin = "--password-stdin";
    private const string NoPassword = "--no-password";
    private const string SecondFactor = "--second-factor";

    public static Command Create() => new TaughtCommand(
        "user",
        Say("添加、列出、停用用户，重设密码，解除两步验证。", "Add, list and disable users, reset passwords, remove second factors."),
        "user add zhang --role analyst",
        "user add li --role administrator --password-stdin < password.txt",
        "user reset zhang",
        "user reset zhang --second-factor",
        "user disable zhang")
    {
        Add(),
        List(),
        Change("disable", new("停用用户：结束其登录，不再允许登录。", "Disable a user: end the sessions and allow no new one."), new("已停用", "Disabled"), (users, name) => users.DisableAsync(name, CommandUser.Name)),
        Change("unlink", new("解除与统一身份认证的关联，并结束登录。", "Part the user from the person at the identity provider, and end the sessions."), new("已解除关联", "Unlinked"), (users, name) => users.UnlinkAsync(name, CommandUser.Name)),
        Change("enable", new("重新启用停用的用户。", "Let a disabled user sign in again."), new("已启用", "Enabled"), (users, name) => users.EnableAsync(name, CommandUser.Name)),
        Reset(),
    };

    private static TaughtCommand Add()
    {
        var (name, role, fromStdin, none) = (Name(), new Option<string>(Role), FromStdin(), new Option<bool>(NoPassword));
        none.Description = Say("只用单位的统一身份认证登录，用户名与那里一致", "Signs in by the organisation's identity provider only, under the same user name");
        role.Required = true;
        role.Description = Say("读者（reader）、分析员（analyst）、发布员（publisher）或管理员（administrator）", "reader, analyst, publisher or administrator");
        role.AcceptOnlyFromAmong([.. Roles.Codes.All]);
        var command = new TaughtCommand("add", Say("添加用户。密码从键盘或标准输入读取。", "Add a user. The password is asked for, or read from standard input."), "user add zhang --role analyst") { name, role, fromStdin, none };
        command.SetAction((parsed, _) => CommandHost.WriteAsync(parsed, async services =>
        {
            var password = parsed.GetValue(none) ? null : PasswordInput.Read(parsed.GetValue(fromStdin), parsed.InvocationConfiguration.Error);
            if (password is null && !parsed.GetValue(none))
                return ExitCodes.Unusable;

            var result = await services.GetRequiredService<Users>().AddAsync(parsed.GetRequiredValue(name), Roles.Codes.Parse(parsed.GetRequiredValue(role)), password, CommandUser.Name);
            return Answer(parsed, result, new($"已添加 {parsed.GetValue(name)}", $"Added {parsed.GetValue(name)}"));
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", Say("列出用户：名称、角色、状态、添加的时刻，以制表符分隔。", "List users: name, role, state and when they were added, separated by tabs."));
        command.SetAction((parsed, _) => CommandHost.ReadAsync(parsed, async services =>
        {
            foreach (var user in services.GetRequiredService<Users>().All())
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{user.Name}\t{Roles.Codes.Write(user.Role)}\t{(user.DisabledAt is null ? "enabled" : "disabled")}\t{Moment.Write(user.CreatedAt)}");
            return ExitCodes.Done;
        }));
        return command;
    }

    private static TaughtCommand Reset()
    {
        var (name, fromStdin) = (Name(), FromStdin());
        var secondFactor = new Option<bool>(SecondFactor) { Description = Say("不重设密码，而是解除两步验证", "Remove the second factor, rather than reset the password") };
        var command = new TaughtCommand("reset", Say("重设用户的密码，或解除其两步验证；结束其登录。", "Reset a user's password, or remove the second factor; end the sessions."), "user reset zhang", "user reset zhang --second-factor") { name, fromStdin, secondFactor };
        command.SetAction((parsed, _) => CommandHost.WriteAsync(parsed, async services =>
        {
            var (users, who) = (services.GetRequiredService<Users>(), parsed.GetRequiredValue(name));
            if (parsed.GetValue(secondFactor))
                return Answer(parsed, await users.RemoveSecondFactorAsync(who, CommandUser.Name), new($"已解除 {who} 的两步验证", $"Removed the second factor of {who}"));
            if (PasswordInput.Read(parsed.GetValue(fromStdin), parsed.InvocationConfiguration.Error) is not { } password)
                return ExitCodes.Unusable;

            return Answer(parsed, await users.ResetPasswordAsync(who, password, CommandUser.Name), new($"已重设 {who} 的密码", $"Reset the password of {who}"));
        }));
        return command;
    }

    private static Command Change(string verb, Bilingual description, Bilingual done, Func<Users, string, Task<IdentityResult>> change)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, _) => CommandHost.WriteAsync(parsed, async services =>
        {
            var result = await change(services.GetRequiredService<Users>(), parsed.GetRequiredValue(name));
            return Answer(parsed, result, new($"{done.Zh} {parsed.GetValue(name)}", $"{done.En} {parsed.GetValue(name)}"));
        }));
        return command;
    }

    private static int Answer(ParseResult parsed, IdentityResult result, Bilingual done)
    {
        if (result.Succeeded)
        {
            parsed.InvocationConfiguration.Output.WriteLine(done);
            return ExitCodes.Done;
        }

        foreach (var why in result.Errors.Select(error => error.Description).Distinct())
            parsed.InvocationConfiguration.Error.WriteLine(why);
        return ExitCodes.Rejected;
    }

    private static Argument<string> Name() => new("NAME") { Description = Say("用户名", "The user's name") };

    private static Option<bool> FromStdin() => new(PasswordStdin) { Description = Say("密码取标准输入的第一行", "Take the password from the first line of standard input") };
}
