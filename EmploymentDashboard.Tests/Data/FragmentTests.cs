using System.Globalization;
using EmploymentDashboard.Import;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Tests.Data;

/// <summary>Every fragment as printed says what its row says, and no more than that.</summary>
public sealed class FragmentTests
{
    private const int LongestFragment = 20;
    private const string Punctuation = "，。；：！？、";

    /// <summary>File and line, the fragment, and the row's value and bound.</summary>
    public static TheoryData<string, string, string, string> Fragments
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (var row in DataFiles.Rows)
                data.Add($"{row.File}:{row.Line}", row["as_printed"], row["value"], row["bound"]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Fragments))]
    public void Fragment_ReadByTheParser_GivesTheRowsValueAndBound(string row, string fragment, string value, string bound)
    {
        var read = Assert.IsType<FigureReading.Number>(FigureParser.Read(fragment));
        Assert.True(
            new Quantity(decimal.Parse(value, CultureInfo.InvariantCulture), Codes.Bound.Parse(bound)) == read.Quantity,
            $"{row}: {fragment} is read as {read.Quantity}, and the row says {value} {bound}.");
    }

    [Fact]
    public void Fragments_AreFiguresAndNoSentencesOfTheArticles()
    {
        Assert.All(DataFiles.Rows, row => Assert.InRange(row["as_printed"].Length, 1, LongestFragment));
        Assert.DoesNotContain(DataFiles.Rows, row => row["as_printed"].Any(Punctuation.Contains));
    }
}
