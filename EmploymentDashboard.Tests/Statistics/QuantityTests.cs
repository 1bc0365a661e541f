using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Statistics;

/// <summary>Numbers with bounds, and what their arithmetic leaves known.</summary>
public sealed class QuantityTests
{
    private static readonly string[] Signs = ["=", ">", "≥", "≈", "≲", "≤", "<"];

    /// <summary>
    /// Two lower bounds add up to one, two upper bounds too, and the strict one wins. A lower and an upper bound leave nothing known.
    /// 约 goes with an exact number, with itself and with 近, whose margins are tenths as well.
    /// </summary>
    public static TheoryData<string, string, string> Sums => Table(
        """
             =  >  ≥  ≈  ≲  ≤  <
          =  =  >  ≥  ≈  ≲  ≤  <
          >  >  >  >  —  —  —  —
          ≥  ≥  >  ≥  —  —  —  —
          ≈  ≈  —  —  ≈  ≈  —  —
          ≲  ≲  —  —  ≈  ≲  <  <
          ≤  ≤  —  —  —  <  ≤  <
          <  <  —  —  —  <  <  <
        """);

    /// <summary>What is taken away counts reversed: a lower bound less a lower bound may be anything; 近 turns into "more than".</summary>
    public static TheoryData<string, string, string> Differences => Table(
        """
             =  >  ≥  ≈  ≲  ≤  <
          =  =  <  ≤  ≈  >  ≥  >
          >  >  —  —  —  >  >  >
          ≥  ≥  —  —  —  >  ≥  >
          ≈  ≈  —  —  ≈  —  —  —
          ≲  <  <  <  ≈  —  —  —
          ≤  ≤  <  ≤  —  —  —  —
          <  <  <  <  —  —  —  —
        """);

    /// <summary>As a difference, but that the ratio of 近 and an exact number is still 近: its margin is a tenth of the ratio.</summary>
    public static TheoryData<string, string, string> Ratios => Table(
        """
             =  >  ≥  ≈  ≲  ≤  <
          =  =  <  ≤  ≈  >  ≥  >
          >  >  —  —  —  >  >  >
          ≥  ≥  —  —  —  >  ≥  >
          ≈  ≈  —  —  ≈  —  —  —
          ≲  ≲  <  <  ≈  —  —  —
          ≤  ≤  <  ≤  —  —  —  —
          <  <  <  <  —  —  —  —
        """);

    [Theory]
    [MemberData(nameof(Sums))]
    public void Sum_CarriesTheBoundsOfItsTerms(string x, string y, string expected) =>
        Assert.Equal(Expected(expected, 300), Notation.Write(Quantity.Add(Of(x, 200), Of(y, 100))));

    [Theory]
    [MemberData(nameof(Differences))]
    public void Difference_CarriesTheSecondBoundReversed(string x, string y, string expected) =>
        Assert.Equal(Expected(expected, 100), Notation.Write(Quantity.Subtract(Of(x, 200), Of(y, 100))));

    [Theory]
    [MemberData(nameof(Ratios))]
    public void Ratio_CarriesTheDivisorsBoundReversed(string x, string y, string expected) =>
        Assert.Equal(Expected(expected, 2), Notation.Write(Quantity.Divide(Of(x, 200), Of(y, 100))));

    [Theory]
    [InlineData(">2300", "120", ">2420")]
    [InlineData("0", ">2300", ">2300")]
    [InlineData("≈500", "0", "≈500")]
    [InlineData("0.1", "0.2", "0.3")]
    [InlineData("≲500", "-20", "<480")]
    [InlineData("≲-500", "-20", "≲-520")]
    [InlineData("≈500", "-20", "≈480")]
    [InlineData("≈500", "-450", "—")]
    [InlineData("≈500", "-449", "≈51")]
    [InlineData("≈500", "-550", "—")]
    [InlineData("≈500", "≈-400", "≈100")]
    [InlineData("≈500", "≈-410", "—")]
    public void Sum_OfNumbers(string x, string y, string expected) =>
        Assert.Equal(expected, Notation.Write(Quantity.Add(Notation.Quantity(x), Notation.Quantity(y))));

    [Theory]
    [InlineData("2420", ">2300", "<120")]
    [InlineData("≈105", "100", "—")]
    [InlineData("≈200", "100", "≈100")]
    [InlineData("≈100", "≈95", "—")]
    [InlineData("≲100", "95", "<5")]
    [InlineData("100", "≲95", ">5")]
    [InlineData("95", ">100", "<-5")]
    public void Difference_OfNumbers(string x, string y, string expected) =>
        Assert.Equal(expected, Notation.Write(Quantity.Subtract(Notation.Quantity(x), Notation.Quantity(y))));

    [Theory]
    [InlineData("10", "4", "2.5")]
    [InlineData("1", "3", "0.3333")]
    [InlineData("0", ">5", "0")]
    [InlineData("≥0", "<5", "≥0")]
    [InlineData("≤0", ">5", "≤0")]
    [InlineData(">0", "5", ">0")]
    [InlineData("-10", "4", "-2.5")]
    [InlineData("-10", "≥4", "≥-2.5")]
    [InlineData("<-10", "<4", "<-2.5")]
    [InlineData("10", "0", "—")]
    [InlineData("10", "≥0", "—")]
    [InlineData("10", "-4", "—")]
    public void Ratio_OfNumbers(string x, string y, string expected) =>
        Assert.Equal(expected, Notation.Write(Quantity.Divide(Notation.Quantity(x), Notation.Quantity(y))));

    [Theory]
    [InlineData("3.2", 10000, "32000")]
    [InlineData("≥3.2", 10000, "≥32000")]
    [InlineData("≲3", 2, "≲6")]
    [InlineData(">3", -1, "<-3")]
    [InlineData("≤3", -2, "≥-6")]
    [InlineData("≈3", -1, "≈-3")]
    [InlineData("≲3", -1, ">-3")]
    [InlineData(">3", 0, "0")]
    public void Scaling_KeepsTheBound_AndANegativeFactorTurnsIt(string x, int factor, string expected) =>
        Assert.Equal(expected, Notation.Write(Notation.Quantity(x) * factor));

    [Theory]
    [InlineData("33.35", 1, "33.4")]
    [InlineData("-33.35", 1, "-33.4")]
    [InlineData("≈33.34", 1, "≈33.3")]
    [InlineData(">33.39", 1, ">33.3")]
    [InlineData("≥-33.31", 1, "≥-33.4")]
    [InlineData("<33.31", 1, "<33.4")]
    [InlineData("≤33.31", 0, "≤34")]
    [InlineData("≲33.31", 0, "≲34")]
    [InlineData("≥5", 2, "≥5")]
    public void Rounding_GoesToTheSideOnWhichTheBoundStaysTrue(string x, int decimals, string expected) =>
        Assert.Equal(expected, Notation.Write(Notation.Quantity(x).Round(decimals)));

    [Theory]
    [InlineData("100", 100, true)]
    [InlineData("100", 101, false)]
    [InlineData(">100", 101, true)]
    [InlineData(">100", 100, false)]
    [InlineData("≥100", 100, true)]
    [InlineData("≥100", 99, false)]
    [InlineData("≤100", 100, true)]
    [InlineData("≤100", 101, false)]
    [InlineData("<100", 99, true)]
    [InlineData("<100", 100, false)]
    [InlineData("≲100", 90, true)]
    [InlineData("≲100", 89, false)]
    [InlineData("≲100", 100, false)]
    [InlineData("≈100", 90, true)]
    [InlineData("≈100", 110, true)]
    [InlineData("≈100", 89, false)]
    [InlineData("≈100", 111, false)]
    public void Quantity_AdmitsWhatTheWordsLeaveOpen(string quantity, int truth, bool isAdmitted) =>
        Assert.Equal(isAdmitted, Notation.Quantity(quantity).Admits(truth));

    [Theory]
    [InlineData("=", Direction.None)]
    [InlineData(">", Direction.Up)]
    [InlineData("≥", Direction.Up)]
    [InlineData("≈", Direction.Either)]
    [InlineData("≲", Direction.Down)]
    [InlineData("≤", Direction.Down)]
    [InlineData("<", Direction.Down)]
    public void Bound_PointsWhereTheTruthMayLie(string sign, Direction direction) =>
        Assert.Equal(direction, Notation.BoundOf(sign).Direction());

    /// <summary>Reads a square whose first row holds the signs of y, whose first column holds those of x, and whose cells hold those of the result.</summary>
    private static TheoryData<string, string, string> Table(string square)
    {
        var rows = square.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(Signs, rows[0]);
        Assert.Equal(Signs, rows[1..].Select(row => row[0]));

        var cases = new TheoryData<string, string, string>();
        foreach (var row in rows[1..])
        {
            for (var column = 0; column < Signs.Length; column++)
                cases.Add(row[0], rows[0][column], row[column + 1]);
        }

        return cases;
    }

    private static Quantity Of(string sign, decimal value) => new(value, Notation.BoundOf(sign));

    private static string Expected(string sign, decimal value) => sign == Notation.None ? sign : Notation.Write(Of(sign, value));
}
