using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws the parts of a whole as one bar. Where a name does not fit below its part, all names move to a list.</summary>
internal sealed class PartsDrawing
{
    private const double BarHeight = 40;
    private const double OpenRestShare = 0.12;
    private const int Shades = 5;

    private readonly PartsChart _chart;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly Shares _shares;
    private readonly double _whole;

    public PartsDrawing(PartsChart chart, string id, ChartKey key)
    {
        (_chart, _id, _key, _shares) = (chart, id, key, new(chart));
        var known = (double)(_shares.PartsSum + _shares.Rest);
        _whole = known == 0 ? 1 : _shares.HasOpenRest ? known / (1 - OpenRestShare) : known;
    }

    public void Write(MarkupWriter writer)
    {
        var fit = new Fit(width => width);
        var direct = fit.WhereAllFit([.. _shares.Drawn.Select((part, index) => (DirectWidth(part, index), Room(part)))]);
        var listed = string.Join(' ', Fit.Tiers.Select(tier => tier.Class).Except(direct.Split(' ')));

        writer.Open("svg", "parts").With("height", BarHeight + 26);
        var at = 0.0;
        for (var index = 0; index < _shares.Drawn.Count; index++)
        {
            var part = _shares.Drawn[index];
            _key.AddIf(part.Mark.IsDerived, KeySign.Derived);
            var valueTiers = fit.WhereAllFit([(TextWidth.Of(Format.Number(part.Mark.Quantity!.Value, _chart.Caption.Unit), 14) + 18, Room(part))]);
            writer.OpenWordedMark("part", part.Label, part.Mark, _chart.Caption.Unit);
            Box(writer, $"bar part-{Shade(part, index)}{(part.Mark.IsDerived ? " derived" : "")}", at, Room(part), fill: null);
            writer.Open("text", $"tick in-part in-part-{Shade(part, index)} {valueTiers}").With("aria-hidden", "true").WithShare("x", at).With("dx", 10).With("y", 25).Text(Format.Number(part.Mark.Quantity.Value, _chart.Caption.Unit)).Close();
            writer.Open("text", "tick part-label " + direct).With("aria-hidden", "true").WithShare("x", at).With("dx", 2).With("y", BarHeight + 18).Text(DirectText(part, index)).Close();
            writer.Close();
            at += Room(part);
        }

        if (_shares.Rest > 0 || _shares.HasOpenRest)
        {
            _key.Add(_shares.HasOpenRest ? KeySign.OpenRest : KeySign.UnknownRest);
            Box(writer, "hatched rest", at, 1 - at, $"url(#{_id}-hatch)");
        }

        writer.Close();
        WriteList(writer, _shares.Drawn.Select((part, index) => (part, (int?)index)), listed);
        WriteList(writer, _shares.Undrawn.Select(part => (part, (int?)null)), "n m l");
    }

    private static void Box(MarkupWriter writer, string classes, double at, double width, string? fill) =>
        writer.Open("rect", classes).WithShare("x", at).WithShare("width", width).With("height", BarHeight).With("fill", fill).Close();

    private static int Shade(Part part, int index) => ((part.Shade ?? index) % Shades) + 1;

    private double Room(Part part) => (double)part.Mark.Quantity!.Value.Value / _whole;

    private string DirectText(Part part, int index) =>
        part.Label + (_shares.Percentages is { } percentages ? string.Create(CultureInfo.InvariantCulture, $" {Shares.Text(percentages[index])}") : "");

    private double DirectWidth(Part part, int index) =>
        Math.Max(TextWidth.Of(DirectText(part, index), 13), TextWidth.Of(Format.Number(part.Mark.Quantity!.Value, _chart.Caption.Unit), 14) + 8) + 10;

    private void WriteList(MarkupWriter writer, IEnumerable<(Part Part, int? Index)> parts, string tiers)
    {
        if (tiers.Length == 0 || !parts.Any())
            return;

        writer.Open("ul", (parts.First().Index is null ? "" : "drawn ") + "tick part-list " + tiers);
        foreach (var (part, index) in parts)
        {
            writer.Open("li").OpenWordedMark("part-item", part.Label, part.Mark, _chart.Caption.Unit, isHtml: true);
            writer.Open("span", "part-words").With("aria-hidden", "true").Open("svg").With("width", 14).With("height", 12);
            writer.Open("rect", index is { } place ? $"bar part-{Shade(part, place)}" : "bar doubtful").With("x", 0.5).With("y", 0.5).With("width", 11).With("height", 11).Close().Close();
            writer.Open("span").Text(part.Label).Close();
            if (part.Mark.Quantity is not null)
                writer.Open("b").Text(Marks.Value(part.Mark, _chart.Caption.Unit)).Close();
            if (index is { } drawn && _shares.Percentages is { } percentages)
                writer.Open("i").Text(Shares.Text(percentages[drawn])).Close();
            foreach (var note in Marks.Notes(part.Mark))
                writer.Open("i").Text(note).Close();
            writer.Close().Close().Close();
        }

        writer.Close();
    }
}
