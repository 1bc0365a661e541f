using Bunit;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Backups;
using EmploymentDashboard.Features;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EmploymentDashboard.Tests.Features;

/// <summary>Components over a filled database, for a reader of Chinese.</summary>
public abstract class FeatureContext : BunitContext, IAsyncLifetime
{
    private readonly Language _language = Language.Chinese();

    // A busy machine may take longer than the second that is usual; who waits for nothing waits no longer.
    static FeatureContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    protected FilledDatabase Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = await FilledDatabase.CreateAsync();
        Services.AddSingleton(Store.Database);
        Services.AddSingleton(Store.Catalogs);
        Services.AddTransient(_ => Store.Catalog);
        Services.AddFeatures();
        Services.AddSingleton<TimeProvider>(Store.Clock);
        Services.AddLogging();
        Services.AddUsers().AddSignIn();
        Services.AddBackups().AddStoreKeeper();
        Services.AddSingleton<AuditTrail>();
        // bUnit has one of its own that asks nobody.
        Services.AddTransient<IAuthorizationService, DefaultAuthorizationService>();
        Services.AddSingleton<FixedUser>();
        Services.AddSingleton<AuthenticationStateProvider>(services => services.GetRequiredService<FixedUser>());
        // One round instead of 210,000: nobody guesses the passwords of tests.
        Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
    }

    /// <summary>Makes this the circuit of someone of that role, called as <see cref="TestUsers.NameOf"/> says.</summary>
    protected async Task SignInAsync(Role role)
    {
        await TestUsers.AddAsync(Services, role);
        Services.GetRequiredService<FixedUser>().SignIn((await Services.GetRequiredService<Users>().FindAsync(TestUsers.NameOf(role)))!);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        Store.Dispose();
        _language.Dispose();
    }
}
