using System.Text;
using CsvHelper;
using EmploymentDashboard.Import;

namespace EmploymentDashboard.Features.Explorer.Taking;

/// <summary>A view as CSV: RFC 4180 in UTF-8, with the byte order mark by which Excel knows it; no cell can be run as a formula.</summary>
internal static class TakenCsv
{
    public static byte[] Write(TakenView view)
    {
        using var target = new MemoryStream();
        target.Write(Encoding.UTF8.Preamble);
        var columns = TakenColumn.All(view);
        using (var csv = CsvWriter.Create(target, leaveOpen: true))
        {
            csv.WriteRecord([.. columns.Select(column => column.Head.ToString())]);
            foreach (var figure in view.Figures)
                csv.WriteRecord([.. columns.Select(column => column.IsNumber ? column.Text(figure) : SpreadsheetText.Escape(column.Text(figure)))]);
        }

        return target.ToArray();
    }
}
