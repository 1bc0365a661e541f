namespace EmploymentDashboard.Operations;

/// <summary>A section of the configuration and the type that it fills.</summary>
public sealed record SettingsSection(string Name, Type Options)
{
    /// <summary>Binds a section and has it checked at the start.</summary>
    public static void Add<T>(IHostApplicationBuilder builder, string name)
        where T : class
    {
        builder.Services.Configure<T>(builder.Configuration.GetSection(name));
        builder.Services.AddSingleton(new SettingsSection(name, typeof(T)));
    }
}
