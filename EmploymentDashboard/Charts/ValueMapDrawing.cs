using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws one figure an area as tiles in colour classes. It scales as a whole, as the other tile grid does.</summary>
internal sealed class ValueMapDrawing
{
    private const double Side = 32;
    private const double Gap = 2;
    private const double ChineseLabelSize = 11.5;
    private const double ValueSize = 9.5;
    private const double SignScale = 0.6;

    private readonly ValueMap _map;
    private readonly string _id;
    private readonly ChartKey _key;
    private readonly ValueClasses _classes;

    public ValueMapDrawing(ValueMap map, string id, ChartKey key) =>
        (_map, _id, _key, _classes) = (map, id, key, map.Classes());

    public void Write(MarkupWriter writer)
    {
        var columns = _map.Tiles.Max(tile => tile.Position.Column + (tile.Kind == AreaKind.Zone ? 2 : 1));
        var rows = _map.Tiles.Max(tile => tile.Position.Row + 1);
        writer.Open("svg", "tiles value-map").With("viewBox", $"0 0 {Format.Invariant(columns * Side)} {Format.Invariant(rows * Side)}")
            .With("role", "group").With("aria-label", new Bilingual($"{_map.Caption.Title}，方格地图；方向键在地区间移动", $"{_map.Caption.Title}, tile map; arrow keys move between areas")).With("data-rove", "map");
        var isFirst = true;
        foreach (var tile in _map.Tiles.OrderBy(tile => tile.Position.Row).ThenBy(tile => tile.Position.Column))
        {
            WriteTile(writer, tile, isFirst);
            isFirst = false;
        }

        writer.Close();
        ClassKey.Write(writer, _classes, _map.Classing, _map.Caption.Unit, _id);
    }

    /// <summary>The lines of a tip: value, area, period, class, notes.</summary>
    private static string Tip(MapTile tile, Unit unit, IReadOnlyList<string> more) => tile.Mark is { } mark
        ? Marks.Tip(tile.Name, mark, unit, more)
        : string.Join('\n', [tile.Absence, tile.Name, .. more]);

    private static string Name(MapTile tile, Unit unit, IReadOnlyList<string> more) => tile.Mark is { } mark
        ? Marks.Name(tile.Name, mark, unit, more)
        : Prose.List([tile.Name, tile.Absence, .. more]);

    private void WriteTile(MarkupWriter writer, MapTile tile, bool isTabStop)
    {
        var one = tile is { Kind: not AreaKind.Zone, Mark: { IsDrawable: true } drawable } ? _classes.Find(drawable.Measured.Value) : null;
        string[] more =
        [
            .. one is null ? [] : new[] { ClassKey.Words(one, tile.Mark!.Measured) },
            .. tile.Kind == AreaKind.Zone ? [new Bilingual("功能区，与区县重叠，不分级，不相加", "zone: overlaps districts, not classed, never added")] : Array.Empty<string>(),
        ];
        var href = tile.Mark is null ? tile.Href : tile.Mark.Href ?? tile.Href;
        var name = Name(tile, _map.Caption.Unit, more);
        writer.Open(href is null ? "g" : "a", "tile mark").With("href", href).With("role", href is null ? "img" : null).With("tabindex", isTabStop ? "0" : "-1")
            .With("aria-label", href is null ? name : null).With("data-tip", Tip(tile, _map.Caption.Unit, more));
        if (href is not null)
            writer.Spoken(name, isHtml: false);

        AddToKey(tile, one);
        WriteShape(writer, tile, one);
        WriteWords(writer, tile, one is null ? "" : "classed on-" + one.CssClass);
        writer.Close();
    }

    private void AddToKey(MapTile tile, ValueClass? one)
    {
        _key.AddIf(tile is { Kind: AreaKind.Zone, IsLeftOut: false }, KeySign.UnclassedZone);
        _key.AddIf(tile is { Mark: null, IsLeftOut: false }, KeySign.NotReported);
        _key.AddIf(one is { IsBelowZero: true }, KeySign.BelowZero);
        if (tile.Mark is not { } mark)
            return;

        _key.AddOriginOf(mark);
        _key.AddIf(mark.Quantity is null, Marks.AbsenceKey(mark));
        _key.AddIf(mark.Status == ObsStatus.LowReliability, KeySign.DoubtfulPoint);
        _key.AddIf(mark.IsDrawable && one is null && tile.Kind != AreaKind.Zone, KeySign.ZeroClass);
        _key.AddIf(mark.IsDrawable && mark.Quantity!.Value.Bound != Bound.Exact, KeySign.BoundSign);
    }

    private void WriteShape(MarkupWriter writer, MapTile tile, ValueClass? one)
    {
        WriteRect(writer, tile, (tile.Mark, one) switch
        {
            (null, _) => tile.IsLeftOut ? "left-out" : "hatched",
            (_, { } found) => found.CssClass,
            ({ IsDrawable: true }, _) => tile.Kind == AreaKind.Zone ? "no-class" : "zero-class",
            _ => "no-class",
        }, tile is { Mark: null, IsLeftOut: false } ? "hatch" : null);
        if (one is { IsBelowZero: true })
            WriteRect(writer, tile, "over", one.Ruling);
        if (tile.Mark is { IsDerived: true })
            WriteRect(writer, tile, "derived-outline", fill: null);
    }

    private void WriteRect(MarkupWriter writer, MapTile tile, string classes, string? fill)
    {
        var isZone = tile.Kind == AreaKind.Zone;
        writer.Open("rect", classes).With("x", (tile.Position.Column * Side) + (Gap / 2)).With("y", (tile.Position.Row * Side) + (Gap / 2))
            .With("width", Width(tile) - Gap).With("height", Side - Gap).With("rx", isZone ? (Side - Gap) / 2 : 4)
            .With("fill", fill is null ? null : $"url(#{_id}-{fill})").Close();
    }

    /// <summary>English names differ much in length; the short ones had better not shout.</summary>
    private static double LabelSize => Bilingual.EnglishIsAsked ? 7.5 : ChineseLabelSize;

    private static double Width(MapTile tile) => (tile.Kind == AreaKind.Zone ? 2 : 1) * Side;

    private void WriteWords(MarkupWriter writer, MapTile tile, string colour)
    {
        var (middle, top) = ((tile.Position.Column * Side) + (Width(tile) / 2), tile.Position.Row * Side);
        var room = Width(tile) - (tile.Kind == AreaKind.Zone ? 14 : 4);
        var labelSize = Math.Clamp(LabelSize * room / TextWidth.Of(tile.Label, LabelSize), 5.5, LabelSize);
        if (tile.Mark is not { } mark)
        {
            WriteText(writer, tile.Label, "no-figure", middle, top + 19.5, labelSize);
            return;
        }

        WriteText(writer, tile.Label, colour, middle, top + 12.5, labelSize);
        var signRoom = mark.SignRoom() * SignScale;
        var left = middle - (signRoom / 2);
        var width = WriteFigure(writer, mark, colour, left, top + 23, signRoom == 0 ? room : Math.Min(room, Width(tile) - 2 - signRoom));
        if (!mark.HasSigns())
            return;

        writer.Open("g", colour);
        MarkSigns.WritePaths(writer, mark, left + (width / 2) + 5, top + 23, SignScale);
        writer.Close();
    }

    /// <returns>The width taken, in px.</returns>
    private double WriteFigure(MarkupWriter writer, Mark mark, string colour, double x, double middle, double room)
    {
        if (mark.Status == ObsStatus.LowReliability)
        {
            writer.Open("path", "doubtful-point").With("transform", FormattableString.Invariant($"translate({x:0.##} {middle:0.##})")).With("d", "M0-4L4 0L0 4L-4 0Z").Close();
            return 8;
        }

        var number = mark.Quantity is { } quantity ? ShortNumber.Fitting(quantity, room, ValueSize, _map.Caption.Unit.IsChange) : Marks.AbsenceSign(mark);
        _key.AddIf(mark.Quantity is { } shown && ShortNumber.IsRounded(number, shown, _map.Caption.Unit.IsChange), KeySign.Rounded);
        if (number is null)
            return 0;

        WriteText(writer, number, mark.Quantity is null ? "missing" : "tile-value " + colour, x, middle + 3, ValueSize);
        return TextWidth.Of(number, ValueSize);
    }

    private static void WriteText(MarkupWriter writer, string text, string classes, double x, double y, double size) =>
        writer.Open("text", classes).With("aria-hidden", "true").With("x", x).With("y", y).With("font-size", size).With("text-anchor", "middle").Text(text).Close();
}
