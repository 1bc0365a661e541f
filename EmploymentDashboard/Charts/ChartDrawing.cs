namespace EmploymentDashboard.Charts;

/// <summary>Draws a chart as HTML and SVG that needs no script.</summary>
public static class ChartDrawing
{
    /// <param name="id">Unique on the page; patterns and gradients are named after it.</param>
    public static string Markup(ChartModel chart, string id)
    {
        var writer = new MarkupWriter();
        writer.Open("div", "chart chart-" + Kind(chart));
        Fills.Write(writer, id);
        var key = new ChartKey { ValuesRunAcross = chart is RankingChart };
        switch (chart)
        {
            case TimelineChart timeline:
                new TimelineDrawing(timeline, id, key).Write(writer);
                break;
            case MonthlyChart { Style: MonthlyStyle.Columns } monthly:
                new ColumnsDrawing(monthly, id, key).Write(writer);
                break;
            case MonthlyChart monthly:
                new LinesDrawing(monthly, key).Write(writer);
                break;
            case RankingChart ranking:
                new RankingDrawing(ranking, id, key).Write(writer);
                break;
            case PartsChart parts:
                new PartsDrawing(parts, id, key).Write(writer);
                break;
            case CoverageMatrix matrix:
                MatrixDrawing.Write(writer, matrix, key);
                break;
            case TileGrid tiles:
                TileGridDrawing.Write(writer, tiles, key);
                break;
            case ValueMap map:
                new ValueMapDrawing(map, id, key).Write(writer);
                break;
            case HeatTable heat:
                new HeatDrawing(heat, id, key).Write(writer);
                break;
            case SmallMultiples multiples:
                new SmallMultiplesDrawing(multiples, key).Write(writer);
                break;
            case ScatterChart scatter:
                new ScatterDrawing(scatter, key).Write(writer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(chart), chart, "A kind of chart that is not drawn yet.");
        }

        if (chart is MonthlyChart annotated)
            Annotations.WriteList(writer, annotated);
        key.Write(writer, id);
        return writer.Close().ToString();
    }

    private static string Kind(ChartModel chart) => chart switch
    {
        TimelineChart => "timeline",
        MonthlyChart { Style: MonthlyStyle.Columns } => "columns",
        MonthlyChart => "lines",
        RankingChart => "ranking",
        PartsChart => "parts",
        CoverageMatrix => "matrix",
        ValueMap => "map",
        HeatTable => "heat",
        SmallMultiples => "multiples",
        ScatterChart => "scatter",
        _ => "tiles",
    };
}
