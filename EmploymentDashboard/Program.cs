using EmploymentDashboard.Commands;

ConsoleLanguage.Use();
var dashboard = new DashboardCommand
{
    ImportCommand.Create(),
    InspectCommand.Create(),
    BatchesCommand.Create(),
    TurnCommand.CreateUndo(),
    TurnCommand.CreateRedo(),
    ExportCommand.Create(),
    FiguresCommand.Create(),
    PeriodsCommand.Create(),
    BulletinCommand.Create(),
    UserCommand.Create(),
    TokenCommand.Create(),
    AuditCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    VerifyCommand.Create(),
};
return await dashboard.RunAsync(args);
