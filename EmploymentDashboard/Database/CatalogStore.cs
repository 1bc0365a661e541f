using Dapper;
using EmploymentDashboard.Statistics;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Database;

/// <summary>Areas, themes, indicators, breakdowns and sources in the database.</summary>
public static class CatalogStore
{
    /// <summary>
    /// Brings the tables to this catalogue. An entry that is not in it any more goes, unless something stored refers to it.
    /// An empty list is taken for a file that could not be read, and its table left alone.
    /// </summary>
    public static void Save(Catalog catalog, SqliteConnection connection, SqliteTransaction transaction)
    {
        // A child may stand before its parent.
        connection.Execute("PRAGMA defer_foreign_keys = ON", transaction: transaction);
        Upsert("area", catalog.Areas.Select((area, ordinal) => new
        {
            area.Code,
            ordinal,
            kind = Codes.AreaKind.Write(area.Kind),
            area.Parent,
            name_zh = area.Name.Zh,
            name_en = area.Name.En,
            short_name = area.ShortName,
            aliases = CatalogRows.Join(area.Aliases),
            tile_column = area.Tile?.Column,
            tile_row = area.Tile?.Row,
        }));
        Upsert("theme", catalog.Themes.Select((theme, ordinal) => new { theme.Code, ordinal, name_zh = theme.Name.Zh, name_en = theme.Name.En }));
        Upsert("indicator", catalog.Indicators.Select((indicator, ordinal) => new
        {
            indicator.Code,
            ordinal,
            name_zh = indicator.Name.Zh,
            name_en = indicator.Name.En,
            indicator.Theme,
            unit_zh = indicator.Unit.Zh,
            unit_en = indicator.Unit.En,
            indicator.Decimals,
            additive = indicator.IsAdditive,
            more_is_better = indicator.MoreIsBetter,
            definition_zh = indicator.Definition.Zh,
            definition_en = indicator.Definition.En,
            aliases = CatalogRows.Join(indicator.Aliases),
        }));
        Upsert("breakdown", catalog.Breakdowns.Select((breakdown, ordinal) => new
        {
            breakdown.Code,
            ordinal,
            name_zh = breakdown.Name.Zh,
            name_en = breakdown.Name.En,
            breakdown.Dimension,
            breakdown.Parent,
            exhaustive = breakdown.IsExhaustive,
            aliases = CatalogRows.Join(breakdown.Aliases),
        }));
        Upsert("source", catalog.Sources.Select((source, ordinal) => new
        {
            source.Code,
            ordinal,
            source.Publisher,
            source.Headline,
            source.Author,
            published = source.Published.Edtf,
            published_how_zh = source.PublishedHow.Zh,
            published_how_en = source.PublishedHow.En,
            source.Page,
            source.Url,
            source.Language,
        }));

        // Children before their parents.
        Remove("area", catalog.Areas.Select(area => area.Code), "EXISTS (SELECT 1 FROM series WHERE area = @code) OR EXISTS (SELECT 1 FROM area WHERE parent = @code) OR EXISTS (SELECT 1 FROM annotation WHERE area = @code)");
        Remove("indicator", catalog.Indicators.Select(indicator => indicator.Code), "EXISTS (SELECT 1 FROM series WHERE indicator = @code) OR EXISTS (SELECT 1 FROM annotation WHERE indicator = @code)");
        Remove("theme", catalog.Themes.Select(theme => theme.Code), "EXISTS (SELECT 1 FROM indicator WHERE theme = @code) OR EXISTS (SELECT 1 FROM annotation WHERE theme = @code)");
        Remove("breakdown", catalog.Breakdowns.Select(breakdown => breakdown.Code), "EXISTS (SELECT 1 FROM series WHERE breakdown = @code) OR EXISTS (SELECT 1 FROM breakdown WHERE parent = @code)");
        Remove("source", catalog.Sources.Select(source => source.Code), "entered_by IS NOT NULL OR EXISTS (SELECT 1 FROM source_number WHERE code = @code) OR EXISTS (SELECT 1 FROM annotation WHERE source = @code)");

        void Upsert<T>(string table, IEnumerable<T> rows)
        {
            var columns = typeof(T).GetProperties().Select(property => property.Name).ToList();
            var updates = columns.Where(column => column != "Code").Select(column => $"{column} = excluded.{column}");
            connection.Execute(
                $"""
                INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})
                ON CONFLICT (code) DO UPDATE SET {string.Join(", ", updates)}
                """,
                rows,
                transaction);
        }

        void Remove(string table, IEnumerable<string> codes, string isReferenced)
        {
            var kept = codes.ToHashSet(StringComparer.Ordinal);
            if (kept.Count == 0)
                return;

            var stored = connection.Query<string>($"SELECT code FROM {table} ORDER BY ordinal DESC", transaction: transaction);
            foreach (var code in stored.Where(code => !kept.Contains(code)))
                connection.Execute($"DELETE FROM {table} WHERE code = @code AND NOT ({isReferenced})", new { code }, transaction);
        }
    }

    /// <summary>Adds a source that someone entered, after those that are there.</summary>
    /// <exception cref="SqliteException">There is one of that code.</exception>
    public static void AddSource(Source source, string by, SqliteConnection connection, SqliteTransaction transaction) => connection.Execute(
        """
        INSERT INTO source (code, ordinal, publisher, headline, author, published, published_how_zh, published_how_en, page, url, language, entered_by)
        VALUES (@Code, (SELECT coalesce(max(ordinal), -1) + 1 FROM source), @Publisher, @Headline, @Author, @Edtf, @Zh, @En, @Page, @Url, @Language, @by)
        """,
        new { source.Code, source.Publisher, source.Headline, source.Author, source.Published.Edtf, source.PublishedHow.Zh, source.PublishedHow.En, source.Page, source.Url, source.Language, by },
        transaction);

    public static Catalog Read(SqliteConnection connection, SqliteTransaction? transaction = null)
    {
        return new(
            Rows<AreaRow>("area").Select(row => row.ToArea()),
            Rows<ThemeRow>("theme").Select(row => row.ToTheme()),
            Rows<IndicatorRow>("indicator").Select(row => row.ToIndicator()),
            Rows<BreakdownRow>("breakdown").Select(row => row.ToBreakdown()),
            Rows<SourceRow>("source").Select(row => row.ToSource()));

        IEnumerable<T> Rows<T>(string table) => connection.Query<T>($"SELECT * FROM {table} ORDER BY ordinal, code", transaction: transaction);
    }
}
