using EmploymentDashboard.Shell;

var app = DashboardApp.Build(args);
await app.LoadDataAsync();
await app.RunAsync();
