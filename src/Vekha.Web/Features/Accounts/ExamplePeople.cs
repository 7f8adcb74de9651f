using Microsoft.AspNetCore.Identity;
using Vekha.Web.Data;

namespace Vekha.Web.Features.Accounts;

/// <summary>
/// People of the examples, all made up, with accounts that exist only together with the examples. The password is the
/// same for all and is written on the sign-in page.
/// </summary>
public static class ExamplePeople
{
    /// <summary>The password of every demo account.</summary>
    public const string Password = "вехаобразец";

    /// <summary>Login, full name, post, role; the unit is the project office unless said otherwise.</summary>
    internal static readonly (string Login, string Name, string Post, Role Role)[] Staff =
    [
        ("admin", "Лапина Вера Олеговна", "администратор системы", Role.Administrator),
        ("zotova", "Зотова Мария Андреевна", "начальник проектного офиса", Role.ProjectOffice),
        ("belov", "Белов Игорь Сергеевич", "заместитель главы администрации", Role.Curator),
        ("gromova", "Громова Нина Львовна", "главный специалист управления по образованию", Role.Executor),
        ("guest", "Юдин Пётр Ильич", "консультант", Role.Guest),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<VekhaDb>();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var town = Organisation.Found("Администрация городского округа Химки", OrganisationKind.Administration, shortName: "Администрация Химок", territory: "городской округ Химки");
        var office = Organisation.Found("Управление «Проектный офис»", OrganisationKind.Unit, town, "Проектный офис");
        var education = Organisation.Found("Управление по образованию", OrganisationKind.Unit, town);
        db.AddRange(town, office, education);
        foreach (var (login, name, post, role) in Staff)
        {
            var unit = role switch { Role.Executor => education, Role.Curator => town, _ => office };
            var person = Person.Hire(name, post, unit.Id, isDemo: true);
            person.Grant(role, role is Role.Executor ? unit.Id : town.Id, now);
            db.Add(person);
            await db.SaveChangesAsync(cancel);
            var made = await accounts.CreateAsync(Account.For(person, login), Password);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
        }
    }
}
