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

    /// <summary>Login, full name, post, role and unit. Those who keep programmes keep all of the examples, an executor acts for the unit.</summary>
    internal static readonly (string Login, string Name, string Post, Role Role, string Unit)[] Staff =
    [
        ("admin", "Лапина Вера Олеговна", "администратор системы", Role.Administrator, "Управление «Проектный офис»"),
        ("zotova", "Зотова Мария Андреевна", "начальник проектного офиса", Role.ProjectOffice, "Управление «Проектный офис»"),
        ("belov", "Белов Игорь Сергеевич", "заместитель главы администрации", Role.Curator, ExampleOrganisations.Khimki),
        ("gromova", "Громова Нина Львовна", "главный специалист управления по образованию", Role.Executor, "Управление по образованию Администрации"),
        ("sedov", "Седов Артём Игоревич", "редактор управления информационной политики", Role.Executor, "МКУ «Управление информационной политики»"),
        ("malysheva", "Малышева Ольга Викторовна", "специалист комитета образования Тосненского района", Role.Executor, ExampleOrganisations.CommitteeOf("Тосненского района")),
        ("tarasov", "Тарасов Денис Павлович", "специалист управления культуры, Новокузнецк", Role.Executor, "Управление культуры"),
        ("orehova", "Орехова Елена Юрьевна", "специалист финансового управления, Петровский округ", Role.Executor, "Финансовое управление администрации Петровского городского округа"),
        ("guest", "Юдин Пётр Ильич", "консультант, только смотрит", Role.Guest, "Управление «Проектный офис»"),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<VekhaDb>();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var organisations = ExampleOrganisations.All().ToList();
        db.AddRange(organisations);
        string? hash = null; // One password: worked out once, it takes a processor a tenth of a second.
        foreach (var (login, name, post, role, place) in Staff)
        {
            var unit = organisations.Single(o => o.Name == place);
            var person = Person.Hire(name, post, unit.Id, isDemo: true);
            foreach (var reach in role is Role.Executor ? [unit] : organisations.Where(o => o.ParentId is null)) person.Grant(role, reach.Id, now);
            db.Add(person);
            await db.SaveChangesAsync(cancel);
            var account = Account.For(person, login);
            account.PasswordHash = hash ??= accounts.PasswordHasher.HashPassword(account, Password);
            var made = await accounts.CreateAsync(account);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
        }
    }
}
