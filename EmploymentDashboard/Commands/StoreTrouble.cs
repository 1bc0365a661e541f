using System.CommandLine;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Database;
using Microsoft.Data.Sqlite;

namespace EmploymentDashboard.Commands;

/// <summary>What a command says of a database that it could not use: what was found, and how to mend it.</summary>
internal static class StoreTrouble
{
    public static string Words(Exception exception, ParseResult parsed)
    {
        var database = CommandStore.Options(parsed).DatabasePath;
        if ((exception is SqliteException ? StoreFaultException.Of(exception, database) : exception) is not StoreFaultException fault)
            return exception.Message;

        var found = fault is { Fault: StoreFault.Damaged, InnerException: { } inner } ? $" {inner.Message}" : "";
        var advice = Mending.Advice(fault.Fault, database, CommandStore.Backups(parsed).FolderOf(database));
        return fault.Message + found + (advice is { } mend ? Environment.NewLine + mend : "");
    }
}
