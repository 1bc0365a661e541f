namespace EmploymentDashboard.Backups;

public static class BackupServices
{
    /// <summary>Opening and copying the store, for the server and for commands.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton<BackupDesk>()
        .AddSingleton<StoreHealth>()
        .AddSingleton<StoreOpening>();

    /// <summary>Watching over it, for the server.</summary>
    public static IServiceCollection AddStoreKeeper(this IServiceCollection services) => services
        .AddSingleton<StoreKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<StoreKeeper>());
}
