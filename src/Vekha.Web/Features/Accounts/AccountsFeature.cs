using Microsoft.AspNetCore.Identity;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Accounts;

/// <summary>Organisations, people, roles, sign-in.</summary>
public static class AccountsFeature
{
    /// <summary>Keep people, organisations and roles.</summary>
    public const string ManagePeople = "accounts.people";

    public static readonly Feature Contents = new("Accounts")
    {
        Tables = [Organisation.Map, UnitLine.Map, Person.Map, Headship.Map, Substitution.Map, Succession.Map, Organisations.UnitLoad.Map, Account.Map, Invitation.Map, FactorRule.Map],
        Alongside = RightsMemory.Alongside,
        Services = AddServices,
        Permissions = [new(ManagePeople, nameof(Role.Administrator))],
        Menu = [new("Люди", "/desk/accounts/people") { Permission = ManagePeople, IsLast = true, IsMore = true }],
        Examples = ExamplePeople.Load,
        Greeting = FirstStartKey.Greet,
    };

    private static void AddServices(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Account>(o =>
            {
                // Length is what keeps a password; composition rules only breed «Пароль1!».
                o.Password.RequiredLength = 10;
                o.Password.RequiredUniqueChars = 4;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.User.AllowedUserNameCharacters = null!;
                o.SignIn.RequireConfirmedAccount = true;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<AccountStore>().AddSignInManager().AddErrorDescriber<RussianComplaints>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(o =>
        {
            o.Filters.Add<ReadersClock>(order: -20);
            o.Filters.Add<FactorFilter>(order: -10);
        });
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaims>();
        services.AddScoped<IUserConfirmation<Account>, OnlyEnabled>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "vekha.person";
            o.LoginPath = "/sign-in";
            o.AccessDeniedPath = "/error/403";
            o.ReturnUrlParameter = "back";
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
            // A page that is not for this role answers 403 in its place; a redirect would lose the address.
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddScoped<CurrentPerson>().AddScoped<UnitClock>().AddSingleton<RightsMemory>();
        services.AddSingleton<FirstStartKey>();
    }
}
