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
        ("ermakova", "Ермакова Тамара Львовна", HeadPost, Role.Executor, ExampleOrganisations.CommitteeOf("Кингисеппского района")),
        ("tarasov", "Тарасов Денис Павлович", "специалист управления культуры, Новокузнецк", Role.Executor, "Управление культуры"),
        ("orehova", "Орехова Елена Юрьевна", "специалист финансового управления, Петровский округ", Role.Executor, "Финансовое управление администрации Петровского городского округа"),
        ("guest", "Юдин Пётр Ильич", "консультант, только смотрит", Role.Guest, "Управление «Проектный офис»"),
    ];

    private const string HeadPost = "председатель комитета образования";

    private static readonly DateOnly Appointed = new(2015, 9, 1);

    private static readonly string[] Heads =
    [
        "Авдеева Инна Павловна", "Белкина Ольга Петровна", "Ветрова Анна Юрьевна", "Гаврилова Елена Игоревна", "Дорохова Ирина Львовна", "Егорова Вера Павловна", "Жукова Анна Ильинична",
        "Зимина Ольга Сергеевна", "Ильина Нина Юрьевна", "Карпова Мария Львовна", "Лосева Инна Олеговна", "Минаева Юлия Петровна", "Носова Вера Ильинична", "Осокина Анна Львовна",
        "Панова Елена Олеговна", "Рыжова Ольга Игоревна", "Сомова Нина Павловна",
    ];

    /// <summary>Made-up heads of the districts; the one with an account is among <see cref="Staff"/>.</summary>
    private static void HeadsOf(VekhaDb db, IEnumerable<Organisation> organisations)
    {
        var own = Staff.Where(s => s.Post == HeadPost).Select(s => s.Unit).ToHashSet();
        foreach (var (unit, name) in organisations.Where(o => o.Kind == OrganisationKind.EducationAuthority && !own.Contains(o.Name)).Zip(Heads))
        {
            var head = Person.Hire(name, HeadPost, unit.Id, isDemo: true);
            db.AddRange(head, Headship.Appoint(unit.Id, head, null, isDeputy: false, Appointed, []));
        }
    }

    public static async Task Load(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<VekhaDb>();
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var organisations = ExampleOrganisations.All().ToList();
        db.AddRange(organisations);
        string? hash = null; // One password: worked out once, it takes a processor a tenth of a second.
        HeadsOf(db, organisations);
        foreach (var (login, name, post, role, place) in Staff)
        {
            var unit = organisations.Single(o => o.Name == place);
            var person = Person.Hire(name, post, unit.Id, isDemo: true);
            foreach (var reach in role is Role.Executor ? [unit] : organisations.Where(o => o.ParentId is null)) person.Grant(role, reach.Id, now);
            db.Add(person);
            if (post == HeadPost)
            {
                // The head of a district keeps the plan of the district too.
                person.Grant(Role.ProjectOffice, unit.Id, now);
                db.Add(Headship.Appoint(unit.Id, person, null, isDeputy: false, Appointed, []));
            }
            await db.SaveChangesAsync(cancel);
            var account = Account.For(person, login);
            account.PasswordHash = hash ??= accounts.PasswordHasher.HashPassword(account, Password);
            var made = await accounts.CreateAsync(account);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Description)));
        }
    }
}
