using System.Globalization;
using EmploymentDashboard.Statistics;

namespace EmploymentDashboard.Charts;

/// <summary>Draws areas as tiles of one size. The one drawing that scales as a whole, for it is a map.</summary>
internal static class TileGridDrawing
{
    private const double Unit = 32;
    private const double Gap = 2;
    private const int Shades = 4;

    public static void Write(MarkupWriter writer, TileGrid grid, ChartKey key)
    {
        var most = grid.Tiles.Select(tile => tile.Count).DefaultIfEmpty().Max();
        var columns = grid.Tiles.Max(tile => tile.Position.Column + (tile.Kind == AreaKind.Zone ? 2 : 1));
        var rows = grid.Tiles.Max(tile => tile.Position.Row + 1);
        writer.Open("svg", "tiles").With("viewBox", $"0 0 {Format.Invariant(columns * Unit)} {Format.Invariant(rows * Unit)}");
        foreach (var tile in grid.Tiles)
        {
            key.AddIf(tile is { Count: > 0, IsDashed: false }, KeySign.OwnFigures);
            key.AddIf(tile.IsDashed, KeySign.ThroughTownship);
            key.AddIf(tile.Kind == AreaKind.Zone, KeySign.Zone);
            key.AddIf(tile.Count == 0, KeySign.NoFigures);
            WriteTile(writer, tile, most);
        }

        writer.Close();
    }

    /// <summary>What a tile says in words.</summary>
    public static string Words(Tile tile)
    {
        string count = tile.Count == 0 ? CellState.NotReported.Name() : new Bilingual($"{tile.Count} 个数字", Prose.Count(tile.Count, "figure"));
        return Prose.List([tile.Name, count, tile.IsDashed ? new Bilingual("只来自所辖镇街", "only through a township") : "", tile.Kind == AreaKind.Zone ? tile.Kind.Name() : ""]);
    }

    private static void WriteTile(MarkupWriter writer, Tile tile, int most)
    {
        var isZone = tile.Kind == AreaKind.Zone;
        var (x, y) = (tile.Position.Column * Unit, tile.Position.Row * Unit);
        var width = (isZone ? 2 : 1) * Unit;
        var shade = tile.Count == 0 ? 0 : tile.IsDashed ? 1 : Math.Clamp((int)Math.Ceiling(Shades * Math.Sqrt(tile.Count / (double)most)), 1, Shades);
        var words = Words(tile);

        if (tile.Href is null)
            writer.Open("g", "tile").With("role", "img").With("aria-label", words).With("data-tip", words);
        else
            writer.Open("a", "tile mark").With("href", tile.Href).With("data-tip", words).Spoken(words, isHtml: false);
        writer.Open("rect", $"shade-{shade}{(tile.IsDashed ? " dashed" : "")}").With("x", x + (Gap / 2)).With("y", y + (Gap / 2))
            .With("width", width - Gap).With("height", Unit - Gap).With("rx", isZone ? (Unit - Gap) / 2 : 4).Close();

        var room = width - (isZone ? 14 : 4);
        var label = isZone && tile.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{tile.Label} {tile.Count}") : tile.Label;
        var size = Math.Clamp(10.5 * room / TextWidth.Of(label, 10.5), 5.5, 10.5);
        var hasCountBelow = tile.Count > 0 && !isZone;
        Label(writer, label, "on-shade-" + shade, x + (width / 2), y + (hasCountBelow ? 13.5 : 19.5), size);
        if (hasCountBelow)
            Label(writer, tile.Count.ToString(CultureInfo.InvariantCulture), $"count on-shade-{shade}", x + (width / 2), y + 25.5, 10.5);
        writer.Close();
    }

    private static void Label(MarkupWriter writer, string text, string classes, double x, double y, double size) =>
        writer.Open("text", classes).With("aria-hidden", "true").With("x", x).With("y", y).With("font-size", size).With("text-anchor", "middle").Text(text).Close();
}
