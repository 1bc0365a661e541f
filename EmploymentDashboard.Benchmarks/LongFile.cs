using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Benchmarks;

/// <summary>How the figures of a generated file run from month to month.</summary>
internal enum Course
{
    /// <summary>As real ones do: nothing in them is questioned.</summary>
    Smooth,

    /// <summary>Up and down by factors of a hundred, so that most series hold figures to be questioned.</summary>
    Wild,
}

/// <summary>
/// Writes a long table of as many figures as wanted, the same each time: area by area each indicator, month by month. Every twelfth indicator
/// is a year-to-date, every twelfth comes with its parts by destination; the others are monthly flows.
/// </summary>
internal sealed class LongFile(Catalog catalog, Course course)
{
    private const string Header = "area,indicator,breakdown,basis,period,value,unit,bound,as_printed,status,source,locator,note";
    private const string Destination = "destination";
    private const int FirstYear = 2010;
    private const int Months = 156;
    private const int Kinds = 12;
    private const int YearToDate = 5;
    private const int WithParts = 11;

    private readonly string[] _parts = [.. catalog.Breakdowns.Where(breakdown => breakdown.Dimension == Destination).Select(breakdown => breakdown.Code)];

    public void Write(string path, int rows)
    {
        using var writer = new StreamWriter(path);
        writer.Write(Header + "\n");
        foreach (var row in Rows().Take(rows))
            writer.Write(row);
    }

    private IEnumerable<string> Rows() =>
        from area in catalog.Areas
        from numbered in catalog.Indicators.Index()
        from breakdown in numbered.Index % Kinds == WithParts ? [Breakdown.Total, .. _parts] : (string[])[Breakdown.Total]
        from month in Enumerable.Range(0, Months)
        select Row(area, numbered.Item, numbered.Index, breakdown, month);

    private string Row(Area area, Indicator indicator, int number, string breakdown, int month)
    {
        var isYearToDate = number % Kinds == YearToDate;
        var (year, ofYear) = (FirstYear + (month / 12), (month % 12) + 1);
        var period = isYearToDate && ofYear > 1 ? $"{year}-01/{year}-{ofYear:00}" : $"{year}-{ofYear:00}";
        var monthly = 1000 + (number * 10) + month;
        var count = course == Course.Wild ? (monthly * 7919L % 100_003) + 1
            : breakdown != Breakdown.Total ? monthly
            : number % Kinds == WithParts ? monthly * _parts.Length
            : isYearToDate ? monthly * ofYear
            : monthly;
        var value = indicator.Decimals > 0 ? (count % 1000 / 10m).ToString("0.0", CultureInfo.InvariantCulture) : count.ToString(CultureInfo.InvariantCulture);
        return $"{area.Code},{indicator.Code},{breakdown},{(isYearToDate ? "ytd" : "flow")},{period},{value},{indicator.Unit.Zh},exact,,A,{catalog.Sources[0].Code},统计月报,\n";
    }
}
