using System.Text;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Commands;

/// <summary>Passwords come from the keyboard or from standard input, never as an argument: those stay in the shell's history and show in the list of processes.</summary>
internal static class PasswordInput
{
    /// <summary>The password; null after saying why there is none.</summary>
    /// <param name="fromStandardInput">Whether to take the first line of standard input rather than to ask.</param>
    public static string? Read(bool fromStandardInput, TextWriter error)
    {
        if (fromStandardInput)
            return Console.In.ReadLine() ?? Refuse(Say("标准输入里没有密码。", "Standard input holds no password."));
        if (Console.IsInputRedirected)
            return Refuse(Say("这里没有键盘可输入密码；请用 --password-stdin 从标准输入给出。", "There is no keyboard to type a password on. Give it on standard input with --password-stdin."));

        var password = Ask(Say("密码：", "Password: "));
        return Ask(Say("再输一次：", "Again: ")) == password ? password : Refuse(Say("两次输入的密码不同。", "The two passwords differ."));

        string? Refuse(string why)
        {
            error.WriteLine(why);
            return null;
        }

        string Ask(string prompt)
        {
            error.Write(prompt);
            var typed = new StringBuilder();
            for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            {
                if (key.Key == ConsoleKey.Backspace)
                    typed.Length = Math.Max(0, typed.Length - 1);
                else if (!char.IsControl(key.KeyChar))
                    typed.Append(key.KeyChar);
            }

            error.WriteLine();
            return typed.ToString();
        }
    }
}
