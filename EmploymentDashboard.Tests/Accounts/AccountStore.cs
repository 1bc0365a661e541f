using EmploymentDashboard.Accounts;
using EmploymentDashboard.Audit;
using EmploymentDashboard.Tests.Shared;
using EmploymentDashboard.Tests.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmploymentDashboard.Tests.Accounts;

/// <summary>The users of a real, migrated database, with the services that the program has.</summary>
internal sealed class AccountStore : IDisposable
{
    public const string Password = TestUsers.Password;

    private readonly ServiceProvider _services;
    private readonly IServiceScope _scope;

    private AccountStore(TestDatabase file, AccountOptions? options)
    {
        File = file;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(file.Database)
            .AddSingleton<TimeProvider>(file.Clock)
            .AddSingleton<AuditTrail>()
            .AddUsers()
            .AddSingleton(Options.Create(options ?? new()))
            // One round instead of 210,000: what is tested here is not how slow a guess is.
            .Configure<PasswordHasherOptions>(options => options.IterationCount = 1)
            .BuildServiceProvider(validateScopes: true);
        _scope = _services.CreateScope();
    }

    public TestDatabase File { get; }

    public Users Users => _scope.ServiceProvider.GetRequiredService<Users>();

    public UserStore Store => _scope.ServiceProvider.GetRequiredService<UserStore>();

    public UserManager<User> Manager => _scope.ServiceProvider.GetRequiredService<UserManager<User>>();

    public Permissions Permissions => new(File.Database, _scope.ServiceProvider.GetRequiredService<IOptions<IdentityOptions>>(), Options.Create(new AccountOptions()), File.Clock);

    public SignInLockout Lockout => new(File.Database, File.Clock, Options.Create(new AccountOptions()));

    public ApiTokens Tokens => _services.GetRequiredService<ApiTokens>();

    public AuditTrail Trail => _services.GetRequiredService<AuditTrail>();

    public static async Task<AccountStore> CreateAsync(AccountOptions? options = null) => new(await TestDatabase.CreateAsync(), options);

    public async Task<User> AddAsync(string name, Role role)
    {
        Assert.True((await Users.AddAsync(name, role, Password, "test")).Succeeded);
        return (await Users.FindAsync(name))!;
    }

    public void Dispose()
    {
        _scope.Dispose();
        _services.Dispose();
        File.Dispose();
    }
}
