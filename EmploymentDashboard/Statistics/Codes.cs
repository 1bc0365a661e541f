using System.Diagnostics.CodeAnalysis;

namespace EmploymentDashboard.Statistics;

/// <summary>The codes under which closed lists are written in CSV files, the database and addresses.</summary>
public static class Codes
{
    public static readonly CodeList<Basis> Basis = new(
        ("flow", Statistics.Basis.Flow),
        ("ytd", Statistics.Basis.Ytd),
        ("cumulative", Statistics.Basis.Cumulative),
        ("stock", Statistics.Basis.Stock),
        ("average", Statistics.Basis.Average),
        ("target", Statistics.Basis.Target),
        ("limit", Statistics.Basis.Limit));

    public static readonly CodeList<Bound> Bound = new(
        ("exact", Statistics.Bound.Exact),
        ("more_than", Statistics.Bound.MoreThan),
        ("at_least", Statistics.Bound.AtLeast),
        ("about", Statistics.Bound.About),
        ("nearly", Statistics.Bound.Nearly),
        ("at_most", Statistics.Bound.AtMost),
        ("less_than", Statistics.Bound.LessThan));

    /// <summary>SDMX code list CL_OBS_STATUS.</summary>
    public static readonly CodeList<ObsStatus> Status = new(
        ("A", ObsStatus.Normal),
        ("P", ObsStatus.Provisional),
        ("E", ObsStatus.Estimated),
        ("B", ObsStatus.Break),
        ("D", ObsStatus.DefinitionDiffers),
        ("U", ObsStatus.LowReliability),
        ("O", ObsStatus.Missing),
        ("L", ObsStatus.NotCollected),
        ("M", ObsStatus.CannotExist),
        ("Q", ObsStatus.Withheld));

    public static readonly CodeList<Reading> Reading = new(
        ("printed", Statistics.Reading.AsPrinted),
        ("month", Statistics.Reading.Month),
        ("ytd", Statistics.Reading.YearToDate));

    /// <summary>pop and yoy: period on period and year on year, 环比 and 同比.</summary>
    public static readonly CodeList<Transform> Transform = new(
        ("none", Statistics.Transform.None),
        ("pop", Statistics.Transform.PeriodOnPeriod),
        ("pop_change", Statistics.Transform.PeriodOnPeriodChange),
        ("yoy", Statistics.Transform.YearOnYear),
        ("yoy_change", Statistics.Transform.YearOnYearChange),
        ("share", Statistics.Transform.ShareOfCity),
        ("index", Statistics.Transform.Index),
        ("sum12", Statistics.Transform.MovingSum),
        ("mean12", Statistics.Transform.MovingMean));

    public static readonly CodeList<NumberScale> NumberScale = new(
        ("auto", Statistics.NumberScale.Automatic),
        ("wan", Statistics.NumberScale.TenThousand),
        ("yi", Statistics.NumberScale.HundredMillion),
        ("plain", Statistics.NumberScale.Plain));

    public static readonly CodeList<AreaKind> AreaKind = new(
        ("nation", Statistics.AreaKind.Nation),
        ("city", Statistics.AreaKind.City),
        ("district", Statistics.AreaKind.District),
        ("county", Statistics.AreaKind.County),
        ("zone", Statistics.AreaKind.Zone),
        ("township", Statistics.AreaKind.Township));
}

/// <summary>A closed list and its codes.</summary>
public sealed class CodeList<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> _byCode;
    private readonly Dictionary<T, string> _byValue;

    internal CodeList(params (string Code, T Value)[] pairs)
    {
        _byCode = pairs.ToDictionary(pair => pair.Code, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        _byValue = pairs.ToDictionary(pair => pair.Value, pair => pair.Code);
    }

    /// <summary>All codes, in the order in which they are documented.</summary>
    public IReadOnlyCollection<string> All => _byCode.Keys;

    public string Write(T value) => _byValue[value];

    /// <summary>Reads a code that the program wrote itself; any other throws <see cref="KeyNotFoundException"/>.</summary>
    public T Parse(string code) => _byCode[code];

    public bool TryParse([NotNullWhen(true)] string? code, out T value)
    {
        value = default;
        return code is not null && _byCode.TryGetValue(code, out value);
    }
}
