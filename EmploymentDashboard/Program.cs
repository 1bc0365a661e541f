using EmploymentDashboard.Commands;

ConsoleLanguage.Use();
var dashboard = new DashboardCommand
{
    UserCommand.Create(),
};
return await dashboard.RunAsync(args);
