using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Features.Sites;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>Ten sites of «Ресурсная среда» with coordinators, all made up: steps 1, 2, 4, 5 and 6 are handed to each, two are behind on the day shown.</summary>
internal sealed class ExampleSites(VekhaDb db, CardBook book)
{
    private static readonly (string Name, string Region, string Town, string Coordinator)[] All =
    [
        ("Приволжье", "Приволжский край", "г. Приволжск, ул. Садовая, 4", "Анисимова Вера Павловна"), ("Заречье", "Заречная область", "г. Заречье, пр. Мира, 12", "Бирюков Олег Ильич"),
        ("Север", "Северный округ", "г. Северный, ул. Полярная, 7", "Вяземская Нина Юрьевна"), ("Степь", "Степной край", "г. Степной, ул. Широкая, 21", "Гусев Павел Андреевич"),
        ("Предгорье", "Предгорная область", "г. Горный, ул. Ключевая, 3", "Даутова Лейла Маратовна"), ("Взморье", "Приморская область", "г. Взморье, наб. Морская, 9", "Ершов Илья Сергеевич"),
        ("Залесье", "Лесная область", "г. Залесье, ул. Сосновая, 15", "Жданова Анна Львовна"), ("Поозерье", "Озёрный край", "г. Озёрск, ул. Рыбацкая, 6", "Зуев Артём Олегович"),
        ("Верховье", "Верхняя область", "г. Верхний, ул. Речная, 2", "Ильина Дарья Петровна"), ("Излучина", "Луговая область", "г. Луговой, ул. Новая, 18", "Крылов Фёдор Игоревич"),
    ];

    private readonly List<(Organisation Unit, Person Coordinator)> made = [];

    public IEnumerable<Person> Coordinators => made.Select(m => m.Coordinator);

    /// <summary>Founds the units and hands the steps down.</summary>
    /// <returns>Assignments whose story is to be told, and the wholes over the parts.</returns>
    public async Task<(IReadOnlyList<Assignment> Told, IReadOnlyList<Assignment> Wholes)> HandDown(Programme programme, Plan plan, IReadOnlyList<Assignment> assignments, DateOnly on, DateOnly day, CancellationToken cancel)
    {
        var owner = await db.Organisations.Include(o => o.Lines).SingleAsync(o => o.Id == programme.OrganisationId, cancel);
        var at = new DateTimeOffset(on, new(9, 0), TimeSpan.Zero);
        foreach (var (name, region, _, coordinator) in All)
        {
            var unit = Organisation.Found($"Ресурсный центр «{name}»", OrganisationKind.Site, owner, $"Центр «{name}»", region);
            unit.Live(on, null);
            var person = Person.Hire(coordinator, SiteInviting.Post, unit.Id, isDemo: true);
            person.Grant(Role.Executor, unit.Id, at);
            db.AddRange(unit, person, Headship.Appoint(unit.Id, person, null, isDeputy: false, on, []));
            made.Add((unit, person));
        }
        var stages = plan.Stages.Where(s => s.Position is 0 or 1 or 3 or 4 or 5).Select(s => (Guid?)s.Id).ToHashSet();
        var (titles, calendar) = (plan.Measures.Where(m => stages.Contains(m.StageId)).ToDictionary(m => m.Id, m => m.Title), programme.Policy.Calendar());
        List<Assignment> wholes = [.. assignments.Where(a => a.Answers && titles.ContainsKey(a.MeasureId)).DistinctBy(a => (a.MeasureId, a.Occurrence, a.Nominal))];
        var told = new List<Assignment>();
        foreach (var whole in wholes)
        {
            if (whole.OrganisationId is null) whole.HandTo(owner.Id, null);
            foreach (var ((unit, person), i) in made.Select((m, i) => (m, i)))
            {
                var part = whole.HandDown(new(unit.Id, unit.Name, unit.Territory, person.Id, 3), titles[whole.MeasureId], calendar, on);
                db.Add(part);
                // Two of the ten have sent nothing about the films and the contest.
                if (i is not (3 or 7) || part.Control < new DateOnly(day.Year, 8, 1)) told.Add(part);
            }
        }
        return ([.. assignments.Except(wholes), .. told], wholes);
    }

    /// <summary>The card and the invitation of each.</summary>
    public async Task Tell(Programme programme, ExampleProgramme example, DateTimeOffset now, CancellationToken cancel)
    {
        var (on, by) = (example.Approval.On, new Author(null, example.Approval.Name, programme.ShownOn!.Value, now));
        var desk = new RegistryOnDesk(new Registry(programme.Id, RegistryTemplate.Of("sites")!.Definition), programme, Keeps: true, []);
        db.Add(desk.Registry);
        var definition = desk.Registry.Definition;
        foreach (var ((unit, person), i) in made.Select((m, i) => (m, i)))
        {
            var card = new RegistryObject(desk.Registry, i + 1, unit.Name, unit);
            var values = new Dictionary<string, string?> { ["organisation"] = $"Дом дружбы, {All[i].Region}", ["address"] = All[i].Town, ["kind"] = "ресурсный центр", ["coordinator"] = person.FullName };
            await book.Happen(desk, card, definition.First, on, values, [], null, by);
            db.Add(card);
            await book.Confirm(desk, card, by);
            var grant = definition.Move("grant")!;
            await book.Happen(desk, card, grant, on, new Dictionary<string, string?>(), [.. grant.Papers.Select(p => new GivenPaper(p, $"соглашение от 25.02.2020 № {i + 1}", null))], null, by, despiteDouble: true);
            var site = new Site(programme, unit, card, on);
            var asked = new DateTimeOffset(on, new(10, 0), TimeSpan.Zero);
            site.Invite(person, $"site{i + 1}@resource.example", Invitation.HashOf($"{Guid.NewGuid()}"), asked, person.Id).Accept(asked.AddDays(1 + (i % 4)));
            db.Add(site);
        }
        await db.SaveChangesAsync(cancel);
    }
}
