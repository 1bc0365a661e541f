using EmploymentDashboard.Charts;
using EmploymentDashboard.Database;
using EmploymentDashboard.Statistics;
using Microsoft.AspNetCore.Components;
using static EmploymentDashboard.Statistics.Bilingual;

namespace EmploymentDashboard.Features.Explorer;

/// <summary>A list to choose one of.</summary>
/// <param name="Name">The parameter of the address that the choice goes into.</param>
/// <param name="Drops">Parameters, parted by spaces, that say nothing any more once another choice is made.</param>
public sealed record SelectionList(string Name, string Label, MarkupString Options, string? Drops = null);

/// <summary>
/// The lists of a screen's form, in the reader's language. They are markup and made once for all who look at the same: as elements of each page they
/// would be the larger part of what the server holds for a reader.
/// </summary>
public sealed class SelectionLists
{
    internal SelectionLists(ExplorerData data, ExplorerChoices choices)
    {
        Indicators = OfIndicators(data, choices);
        Areas = OfAreas(data.Selection, choices);
        Others = [.. OfOthers(data, choices).OfType<SelectionList>()];
    }

    public MarkupString Indicators { get; }

    /// <summary>A box for each area, ticked where it is chosen.</summary>
    public MarkupString Areas { get; }

    public IReadOnlyList<SelectionList> Others { get; }

    private static MarkupString OfIndicators(ExplorerData data, ExplorerChoices choices)
    {
        var writer = new MarkupWriter();
        foreach (var theme in data.Catalog.Themes)
        {
            var listed = choices.Indicators.Where(line => data.Catalog.Indicator(line.Indicator).Theme == theme.Code).ToList();
            if (listed.Count == 0)
                continue;

            writer.Open("optgroup").With("label", theme.Name);
            foreach (var line in listed)
                Option(writer, line.Indicator, data.Catalog.Indicator(line.Indicator).Name + Say($"（{line.Areas} 个地区，{Format.Full(line.Figures)} 个数字）", $" ({Prose.Count(line.Areas, "area")}, {Prose.Count(line.Figures, "figure")})"), line.Indicator == data.Indicator.Code);
            writer.Close();
        }

        return (MarkupString)writer.ToString();
    }

    private static MarkupString OfAreas(ExplorerSelection selection, ExplorerChoices choices)
    {
        var writer = new MarkupWriter();
        foreach (var area in choices.Areas)
        {
            writer.Open("label").Open("input").With("type", "checkbox").With("name", "areas").With("value", area.Code).With("checked", selection.Areas.Contains(area.Code) ? "" : null).Close();
            writer.Text($" {area.Name}").Close();
        }

        return (MarkupString)writer.ToString();
    }

    private static IEnumerable<SelectionList?> OfOthers(ExplorerData data, ExplorerChoices choices)
    {
        var selection = data.Selection;
        var months = choices.Months.Select(month => (month.ToString(), month.ToString())).ToList();
        yield return new("from", Say("从", "From"), List([("", Say("最早", "Earliest")), .. months], selection.From?.ToString()));
        yield return new("to", Say("至", "To"), List([("", Say("最近", "Latest")), .. months], selection.To?.ToString()));
        yield return choices.Breakdowns.Count < 2 ? null : new(
            "breakdown",
            Say("分项", "Category"),
            List([("", Say("全部分项", "All")), .. choices.Breakdowns.Select(breakdown => (breakdown.Code, (string)breakdown.Name))], selection.Breakdown));
        yield return choices.Bases.Count < 2 ? null : new(
            "basis",
            Say("口径", "Basis"),
            List([("", Say("全部口径", "All")), .. choices.Bases.Select(basis => (Codes.Basis.Write(basis), (string)basis.Name()))], selection.Basis is { } chosen ? Codes.Basis.Write(chosen) : null),
            "reading");
        yield return data.OfferedReadings.Count < 2 && selection.Reading == default ? null : new(
            "reading",
            Say("累计 / 当月", "Running total / month"),
            List(
                data.OfferedReadings.Append(selection.Reading).Distinct().Order().Select(reading => (ValueOf(reading, Codes.Reading), reading.Name() + (reading == default ? "" : Say("（推算）", " (computed)")))),
                ValueOf(selection.Reading, Codes.Reading)),
            "month");
        yield return new("transform", Say("换算", "Compute"), OfTransforms(data), "base order");
        yield return selection.Transform != Transform.Index || data.BaseMonths.Count == 0 ? null : new(
            "base",
            Say("等于 100 的月份", "Month that is 100"),
            List(data.BaseMonths.Select(month => (month.ToString(), month.ToString())), data.BaseMonth.ToString()));
        yield return new("scale", Say("数字写法", "Numbers in"), OfScales(data));
        yield return choices.Moments.Count < 2 && selection.AsOf is null ? null : new(
            "asof",
            Say("回看：只用当时已载入的数字", "Look back: figures loaded by"),
            List([("", Say("现在", "Now")), .. Moments(selection, choices).Select(moment => (Moment.Write(moment), Format.Words(moment)))], selection.AsOf is { } asOf ? Moment.Write(asOf) : null));
    }

    private static MarkupString OfTransforms(ExplorerData data)
    {
        var writer = new MarkupWriter();
        foreach (var transform in Enum.GetValues<Transform>())
        {
            var (hindrance, isChosen) = (data.Hindrance(transform), transform == data.Selection.Transform);
            var why = hindrance == Obstacle.None ? "" : Say("：不可，", ": not possible, ") + data.WhyNot(transform);
            Option(writer, ValueOf(transform, Codes.Transform), transform.Name() + why, isChosen, isDisabled: hindrance != Obstacle.None && !isChosen);
        }

        return (MarkupString)writer.ToString();
    }

    private static MarkupString OfScales(ExplorerData data)
    {
        var writer = new MarkupWriter();
        foreach (var scale in Enum.GetValues<NumberScale>())
        {
            var (isOffered, isChosen) = (data.IsOffered(scale), scale == data.Selection.Scale);
            Option(writer, ValueOf(scale, Codes.NumberScale), scale.Name() + (isOffered ? "" : Say("：数字太小，不用", ": the numbers are too small")), isChosen, isDisabled: !isOffered && !isChosen);
        }

        return (MarkupString)writer.ToString();
    }

    /// <summary>The last change is what is known now, and a moment from the address stays in the list.</summary>
    private static IEnumerable<DateTimeOffset> Moments(ExplorerSelection selection, ExplorerChoices choices) =>
        (selection.AsOf is { } asOf ? choices.Moments.Skip(1).Append(asOf) : choices.Moments.Skip(1)).DistinctBy(Format.Words).OrderDescending();

    private static MarkupString List(IEnumerable<(string Value, string Text)> options, string? chosen)
    {
        var writer = new MarkupWriter();
        foreach (var (value, text) in options)
            Option(writer, value, text, value == (chosen ?? ""));
        return (MarkupString)writer.ToString();
    }

    private static void Option(MarkupWriter writer, string value, string text, bool isChosen, bool isDisabled = false) =>
        writer.Open("option").With("value", value).With("selected", isChosen ? "" : null).With("disabled", isDisabled ? "" : null).Text(text).Close();

    /// <summary>The default is the choice without a value, so that addresses stay short.</summary>
    private static string ValueOf<T>(T value, CodeList<T> codes)
        where T : struct, Enum => EqualityComparer<T>.Default.Equals(value, default) ? "" : codes.Write(value);
}
