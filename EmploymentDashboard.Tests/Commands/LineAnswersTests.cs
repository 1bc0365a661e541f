using System.IO.Pipelines;
using System.Text;
using EmploymentDashboard.Commands;

namespace EmploymentDashboard.Tests.Commands;

public sealed class LineAnswersTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n", "<>|")]
    [InlineData("a\nb\n", "<a>|<b>|")]
    [InlineData("a\nb", "<a>|<b>|")]
    [InlineData("a\r\n\r\nb\r", "<a>|<>|<b>|")]
    [InlineData("\uFEFF甲\n\uFEFF乙", "<甲>|<\uFEFF乙>|")]
    [InlineData(" a \n\t\n", "< a >|<\t>|")]
    [InlineData("a\rb\u2028c\u0085d\n", "<a\rb\u2028c\u0085d>|")]
    public async Task Lines_OfAnyForm_AreAnsweredOneByOne(string questions, string answers) =>
        Assert.Equal(answers, await AskAsync(Encoding.UTF8.GetBytes(questions)));

    [Fact]
    public async Task Line_OfBrokenBytes_IsAnErrorOfItsOwn() =>
        Assert.Equal("<a>|{\"error\":\"not_utf8\"|<b>|", Codes(await AskAsync([(byte)'a', (byte)'\n', 0xB0, 0xCD, (byte)'\n', (byte)'b'])));

    [Theory]
    [InlineData(LineAnswers.LongestLine, "\nb\n", "<x>|<b>|")]
    [InlineData(LineAnswers.LongestLine + 1, "\nb\n", "{\"error\":\"text_too_long\"|<b>|")]
    [InlineData(10 * LineAnswers.LongestLine, "\nb\n", "{\"error\":\"text_too_long\"|<b>|")]
    [InlineData(10 * LineAnswers.LongestLine, "\n", "{\"error\":\"text_too_long\"|")]
    [InlineData(10 * LineAnswers.LongestLine, "", "{\"error\":\"text_too_long\"|")]
    public async Task Line_OfAnyLength_IsAnsweredOnce(int length, string rest, string answers) =>
        Assert.Equal(answers, Codes(await AskAsync(Encoding.UTF8.GetBytes(new string('x', length) + rest))));

    [Fact]
    public async Task Answer_ToALine_ComesBeforeTheNextIsAsked()
    {
        var (questions, answers) = (new Pipe(), new Pipe());
        var running = LineAnswers.RunAsync(questions.Reader.AsStream(), answers.Writer.AsStream(), line => line.ToUpperInvariant(), default);
        using var reader = new StreamReader(answers.Reader.AsStream());
        foreach (var word in (string[])["one", "two"])
        {
            await questions.Writer.WriteAsync(Encoding.UTF8.GetBytes(word + "\n"));
            Assert.Equal(word.ToUpperInvariant(), await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        }

        await questions.Writer.CompleteAsync();
        await running;
    }

    private static async Task<string> AskAsync(byte[] questions)
    {
        using var answers = new MemoryStream();
        await LineAnswers.RunAsync(new Drip(questions), answers, line => line.Length > 10_000 ? "<x>" : $"<{line}>", default);
        return Encoding.UTF8.GetString(answers.ToArray()).Replace('\n', '|');
    }

    /// <summary>Without the messages behind the codes.</summary>
    private static string Codes(string answers) => string.Join('|', answers.Split('|').Select(answer => answer.StartsWith('{') ? answer.Split(',')[0] : answer));

    /// <summary>Gives what it holds in pieces of odd sizes, as a pipe does.</summary>
    private sealed class Drip(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, Length < 100 ? 3 : 1_777)], cancellationToken);
    }
}
