namespace EmploymentDashboard.Features.Explorer;

/// <summary>What the table's rows are sorted by.</summary>
public enum TableColumn
{
    Area,
    Category,
    Basis,
    Period,
    Value,
}

/// <summary>A column and a direction, in addresses as <c>value</c> or <c>-value</c>.</summary>
public sealed record TableOrder(TableColumn Column, bool IsDescending)
{
    public static TableOrder? Parse(string? text)
    {
        var isDescending = text?.StartsWith('-') == true;
        var name = isDescending ? text![1..] : text;
        return Enum.GetValues<TableColumn>()
            .Where(column => column.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(column => new TableOrder(column, isDescending))
            .FirstOrDefault();
    }

    public override string ToString() => (IsDescending ? "-" : "") + Column.ToString().ToLowerInvariant();
}
