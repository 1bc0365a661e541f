namespace EmploymentDashboard.Import;

/// <summary>The text of a cell and where it stands, both counted from 1.</summary>
/// <param name="Text">Without white space around it.</param>
/// <param name="Line">The line on which the cell begins; within a row of several lines each cell has its own.</param>
/// <param name="ColumnName">The header above it.</param>
public readonly record struct Cell(string Text, int Line, int Column, string ColumnName)
{
    public bool IsEmpty => Text.Length == 0;
}
