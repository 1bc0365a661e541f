using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace EmploymentDashboard.Tests.Import;

/// <summary>What holds for all figures. The forms themselves stand in <see cref="FigureFormTests"/>.</summary>
public sealed class FigureParserTests
{
    private const string Alphabet = "0123456789.,-+()[]*/:#=~ 万亿千百十一二两零〇余多约近超上过不以内起左右至到分之点成半%‰/元人年月日每均个增长下降同比¥eEwk'\"—－３（\u200B\u00A0②٣";

    private static readonly string[] Digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <summary>Every text of the tables that is read, but those wrapped as a spreadsheet's text.</summary>
    private static IEnumerable<string> KnownForms =>
        new[]
        {
            FigureFormTests.Numerals, FigureFormTests.Signs, FigureFormTests.Multipliers, FigureFormTests.ChineseNumerals, FigureFormTests.Shares, FigureFormTests.Units, FigureFormTests.NeutralWords,
            FigureFormTests.Changes, FigureFormTests.MoreThan, FigureFormTests.AtLeast, FigureFormTests.AboutOrNearly, FigureFormTests.AtMostOrLess,
        }.SelectMany(table => table.Select(row => (string)row[0])).Where(text => text[0] is not ('=' or '\''));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u3000")]
    [InlineData("\uFEFF")]
    public void Figure_NotWritten_IsMissingWithoutAMark(string? text) => Assert.Equal(new FigureReading.Missing(IsMarked: false), FigureParser.Read(text));

    [Theory]
    [InlineData("3.2万", true)]
    [InlineData("三万", true)]
    [InlineData("5千", true)]
    [InlineData("万余", true)]
    [InlineData("百余", false)]
    [InlineData("32000", false)]
    [InlineData("三百", false)]
    [InlineData("五成", false)]
    public void Figure_SaysWhetherAMultiplierWasWritten(string text, bool isScaled) =>
        Assert.Equal(isScaled, Assert.IsType<FigureReading.Number>(FigureParser.Read(text)).IsScaled);

    [Fact]
    public void Figure_PlainNumber_IsReadAsTheGrammarReadsIt()
    {
        var read = 0;
        var digits = Gen.Elements("", "0", "5", "12", "007", "2500", "00", "123456789", "12345678901234", "123456789012345", "1234567890123456");
        Check.QuickThrowOnFailure(Prop.ForAll(
            Arb.From(
                from sign in Gen.Elements("", "-", "+", "--", "−")
                from whole in digits
                from point in Gen.Elements("", ".", "..", ",")
                from decimals in digits
                from end in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements(" ", "%", "万", "-", "e5", "人")))
                select sign + whole + point + decimals + end),
            text =>
            {
                if (!PlainNumber.TryRead(text, out var value))
                    return true;

                read++;
                return FigureParser.ReadAnyForm(text) is FigureReading.Number { Unit: "", IsScaled: false } number && number.Quantity == new Quantity(value);
            }));
        Assert.NotEqual(0, read);
    }

    [Fact]
    public void Figure_InAnyNotation_ReadsTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(
            from size in Gen.Elements(10, 10_000, 1_000_000, 2_000_000_000)
            from number in Gen.Choose(10, size)
            select (long)number),
        number => Notations(number).All(text => FigureParser.Read(text) is FigureReading.Number reading && reading.Quantity == new Quantity(number))));

    [Fact]
    public void Figure_WrittenByTheProgram_ReadsBackTheSame() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(
            from digits in Gen.Choose(-2_000_000_000, 2_000_000_000)
            from places in Gen.Choose(0, 4)
            from bound in Gen.Elements(Enum.GetValues<Bound>())
            select new Quantity(digits / (decimal)Math.Pow(10, places), bound)),
        quantity => FigureParser.Read(Format.Full(quantity)) is FigureReading.Number full && full.Quantity == quantity
            && FigureParser.Read(Format.Compact(quantity) + "人") is FigureReading.Number compact && compact.Quantity == quantity));

    [Fact]
    public void Figure_InFullWidth_ReadsTheSame() =>
        Assert.All(KnownForms, text => Assert.Equal(FigureParser.Read(text), FigureParser.Read(Forms.Wide(text))));

    [Fact]
    public void Figure_WithSpacesBetweenItsParts_ReadsTheSame() =>
        Assert.All(KnownForms, text => Assert.Equal(FigureParser.Read(text), FigureParser.Read(Forms.Spaced(text))));

    [Fact]
    public void Figure_AnyText_IsReadWithoutThrowing() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Gen.OneOf(
            Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray())),
            from part in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 3)
            select string.Concat(Enumerable.Repeat(new string(part), 66)).ToCharArray(),
            Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(code => (char)code)))),
        letters => FigureParser.Read(new string(letters)) is not null));

    [Fact]
    public void Figure_InAnotherCulture_ReadsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(new Quantity(1234.5m), Assert.IsType<FigureReading.Number>(FigureParser.Read("1,234.5")).Quantity);
            Assert.Equal(new Quantity(-1234.5m), Assert.IsType<FigureReading.Number>(FigureParser.Read("-1234.5")).Quantity);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Fault_HasACodeOfItsOwnAndAMessageInBothLanguages() => Assert.All(Enum.GetValues<FigureFault>(), fault =>
    {
        Assert.Single(Enum.GetValues<FigureFault>(), other => other.Code() == fault.Code());
        Assert.NotEmpty(fault.Message().Zh);
        Assert.NotEmpty(fault.Message().En);
    });

    private static IEnumerable<string> Notations(long number)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        var grouped = number.ToString("#,##0", CultureInfo.InvariantCulture);
        var chinese = InChinese(number);
        yield return plain;
        yield return grouped;
        yield return Forms.Wide(grouped);
        yield return plain + ".0";
        yield return $"'{plain}";
        yield return $"=\"{grouped}\"";
        yield return $"¥{grouped}";
        yield return $"{plain}元";
        yield return $"共 {grouped} 人";
        yield return (number / 10_000m).ToString(CultureInfo.InvariantCulture) + "万";
        yield return (number / 100_000_000m).ToString(CultureInfo.InvariantCulture) + " 亿元";
        yield return chinese;
        yield return chinese + "元整";
        yield return string.Concat(chinese.Select(Financial));
        yield return $"增长{grouped}人";
    }

    /// <summary>In full: 10050 is 一万零五十.</summary>
    private static string InChinese(long number)
    {
        foreach (var (step, name) in new[] { (100_000_000L, "亿"), (10_000L, "万"), (1_000L, "千"), (100L, "百"), (10L, "十") })
        {
            if (number < step)
                continue;

            var rest = number % step;
            var gap = rest > 0 && rest < step / 10 ? "零" : "";
            return InChinese(number / step) + name + gap + (rest == 0 ? "" : InChinese(rest));
        }

        return Digits[number];
    }

    private static char Financial(char c) => "零一二三四五六七八九十百千万亿".IndexOf(c, StringComparison.Ordinal) is var index and >= 0 ? "零壹贰叁肆伍陆柒捌玖拾佰仟萬億"[index] : c;
}
