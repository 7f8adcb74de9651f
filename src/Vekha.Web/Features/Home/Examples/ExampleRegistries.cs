using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Home.Examples;

/// <summary>
/// Registries of three examples on their days: clubs of the pilot districts, initiative projects of a town, best practices. Told
/// through the verbs a person uses, so that facts and counts follow; all names are made up.
/// </summary>
internal sealed class ExampleRegistries(VekhaDb db, CardBook book, Actor actor)
{
    private static readonly (string Name, string Base, string Address, string Place, int Seats, string Opened)[] North =
    [
        ("Маяк", "Школа № 2", "г. Всеволожск, ул. Садовая, 4", "60.0191, 30.6457", 25, "18.09.2017"), ("Радуга", "Дом творчества", "г. Всеволожск, пер. Новый, 11", "60.0275, 30.6622", 30, "18.09.2017"),
        ("Парус", "Школа № 5", "г. Сертолово, ул. Молодёжная, 7", "60.1463, 30.2119", 20, "25.09.2017"), ("Орион", "Центр образования", "пос. Романовка, д. 14", "60.0634, 30.7108", 20, "25.09.2017"),
        ("Факел", "Школа № 1", "г. Кудрово, ул. Весенняя, 3", "59.9074, 30.5126", 35, "02.10.2017"), ("Вымпел", "Дом культуры", "пос. Токсово, ул. Озёрная, 8", "60.1531, 30.5224", 15, "02.10.2017"),
        ("Горизонт", "Школа № 7", "г. Мурино, ул. Новая, 5", "60.0512, 30.4383", 40, "09.10.2017"), ("Спутник", "Библиотека", "пос. Колтуши, ул. Лесная, 2", "59.9316, 30.6491", 18, "09.10.2017"),
        ("Импульс", "Школа № 3", "пос. им. Морозова, ул. Ладожская, 9", "59.9804, 31.0321", 22, "16.10.2017"), ("Алмаз", "Дом культуры", "пос. Рахья, ул. Полевая, 1", "60.0882, 30.8297", 16, "16.10.2017"),
        ("Истоки", "Школа № 4", "дер. Агалатово, д. 158", "60.2145, 30.2895", 24, "30.10.2017"),
    ];

    private static readonly (string Name, string Base, string Address, string Place, int Seats, string Opened)[] Tosno =
        [("Маячок", "Школа № 3", "г. Тосно, ул. Речная, 6", "59.5408, 30.8774", 20, "25.09.2017"), ("Кристалл", "Дом творчества", "пос. Ульяновка, ул. Садовая, 12", "59.6421, 30.7695", 25, "09.10.2017")];

    private static readonly (string Name, string Base, string Address, string Place, int Seats, string Opened)[] City =
        [("Волна", "Школа № 6", "г. Сосновый Бор, ул. Приморская, 3", "59.8993, 29.0881", 30, "18.09.2017"), ("Атом", "Центр информационных технологий", "г. Сосновый Бор, ул. Новая, 15", "59.8887, 29.0972", 28, "02.10.2017")];

    public async Task Tell(Programme programme, Plan plan, ExampleProgramme example, DateTimeOffset at, CancellationToken cancel)
    {
        var units = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Name, cancel);
        var by = new Author(null, example.Approval.Name, programme.ShownOn!.Value, at);
        switch (example.Sample)
        {
            case "equal-opportunities":
                await Clubs(new(Made("clubs", programme), programme, true, []), plan, units, by);
                ExampleOutlines.Draw(db, actor, programme, units, at);
                break;
            case "petrovsky-mediaplan":
                await Projects(new(Made("initiative-projects", programme), programme, true, []), units, by);
                break;
            case "resource-environment":
                await Practices(new(Made("practices", programme), programme, true, []), units, by);
                break;
        }
        await db.SaveChangesAsync(cancel);
    }

    private Registry Made(string template, Programme programme)
    {
        var registry = new Registry(programme.Id, RegistryTemplate.Of(template)!.Definition);
        db.Add(registry);
        return registry;
    }

    private async Task Clubs(RegistryOnDesk desk, Plan plan, Dictionary<string, Organisation> units, Author by)
    {
        var number = 0;
        Guid? Row(string printed) => plan.Measures.FirstOrDefault(m => m.Number == printed)?.Id;
        // Row 13 is kept by plans of work, row 14 by events: three in every club.
        desk.Registry.Describe(desk.Registry.Definition with { Moves = [.. desk.Registry.Definition.Moves.Select(m => m.Key switch { "plan" => m with { MeasureId = Row("13") }, "event" => m with { MeasureId = Row("14") }, _ => m })] }, []);
        foreach (var ((district, clubs), row) in ExampleOrganisations.FirstDistricts.Zip([North, Tosno, City]).Zip(["12", "10", "11"]))
        {
            var unit = units[ExampleOrganisations.CommitteeOf(district)];
            desk.Registry.Want(unit.Id, unit.Place(), clubs.Length);
            foreach (var (club, i) in clubs.Select((c, i) => (c, i)))
            {
                var card = new RegistryObject(desk.Registry, ++number, $"Клуб «{club.Name}»", unit);
                if (plan.Measures.FirstOrDefault(m => m.Number == row) is { } measure) card.Serve(plan.Id, measure.Id);
                await Begin(desk, card, club.Opened, by, [("base", club.Base), ("address", club.Address), ("place", club.Place), ("places", club.Seats.ToString()), ("age", "7–14 лет"), ("schedule", "Вторник и четверг, 15:00–18:00")]);
                if (i < 9) await Happen(desk, card, "plan", "23.10.2017", by, []);
                // The norm asks for three in each club: one has two, whatever the sum.
                foreach (var (title, day) in Events(club.Name).Where(e => PageDay.Parse(e.Day) >= PageDay.Parse(club.Opened)).Take(number == 12 ? 1 : 1 + (i % 3))) await Happen(desk, card, "event", day, by, [("event", title)]);
                if (club.Name == "Спутник") await Happen(desk, card, "move", "13.11.2017", by, [("address", "пос. Колтуши, ул. Верхняя, 30")]);
            }
        }
    }

    private static (string Title, string Day)[] Events(string club) =>
        [($"День открытых дверей клуба «{club}»", "27.10.2017"), ($"Турнир по шашкам, «{club}»", "10.11.2017"), ($"Мастерская к Дню матери, «{club}»", "17.11.2017")];

    private async Task Projects(RegistryOnDesk desk, Dictionary<string, Organisation> units, Author by)
    {
        var (town, finance) = (units[ExampleOrganisations.Petrovsky], units["Финансовое управление администрации Петровского городского округа"]);
        (string Name, string Where, string Place, string Received, string Cost, string Pay, int Rank)[] projects =
        [
            ("Детская площадка «Солнышко»", "с. Донская Балка", "45.3402, 42.7318", "20.02.2023", "2490000", "180000", 1), ("Сквер у Дома культуры", "г. Светлоград", "45.3306, 42.8537", "27.02.2023", "3950000", "310000", 2),
            ("Тротуар по улице Школьной", "с. Константиновское", "45.2934, 42.6287", "03.03.2023", "1870000", "95000", 3), ("Спортивная площадка", "пос. Рогатая Балка", "45.3611, 42.9893", "10.04.2023", "2120000", "140000", 4),
        ];
        foreach (var (p, i) in projects.Select((p, i) => (p, i)))
        {
            var card = new RegistryObject(desk.Registry, i + 1, p.Name, town);
            await Begin(desk, card, p.Received, by, [("received", p.Received), ("initiator", "инициативная группа, 14 человек"), ("locality", p.Where), ("place", p.Place), ("cost", p.Cost), ("regional", $"{(long.Parse(p.Cost, System.Globalization.CultureInfo.InvariantCulture) - long.Parse(p.Pay, System.Globalization.CultureInfo.InvariantCulture)) * 4 / 5}"), ("local", $"{(long.Parse(p.Cost, System.Globalization.CultureInfo.InvariantCulture) - long.Parse(p.Pay, System.Globalization.CultureInfo.InvariantCulture)) / 5}"), ("payplan", p.Pay), ("minutes", $"№ {i + 1}")], ("branch", finance));
            if (i == 3) continue;
            await Happen(desk, card, "support", "15.05.2023", by, [("decided", "15.05.2023"), ("ground", "решение комиссии от 15.05.2023 № 2"), ("decision", "поддержать"), ("rank", p.Rank.ToString())]);
            if (i == 2) continue;
            await Happen(desk, card, "contract", i == 0 ? "05.06.2023" : "14.06.2023", by, [("contract", $"№ {i + 12}"), ("contractor", "ООО «Зелёный двор»"), ("price", p.Cost), ("contracted", i == 0 ? "05.06.2023" : "14.06.2023")]);
            card.Tell(i == 0 ? "Убрано старое покрытие, завезены игровые комплексы." : "Разбит газон, ждём бордюрный камень.", i == 0 ? 60 : 25, i == 0 ? null : "поставка бордюрного камня задержана", new(2023, 6, 29), null, by);
        }
    }

    private async Task Practices(RegistryOnDesk desk, Dictionary<string, Organisation> units, Author by)
    {
        var centre = units[ExampleOrganisations.Resource];
        (string Name, string Owner, string Region, string[] Life)[] practices =
        [
            ("Школа межнациональных посредников", "Дом дружбы", "Приволжский край", ["choose 20.04.2020", "seminar 14.05.2020", "video 25.08.2020", "contest 21.09.2020"]), ("Соседский двор", "Ассоциация дворов", "Заречная область", ["choose 20.04.2020", "seminar 18.06.2020"]),
            ("Музей семейных историй", "Краеведческое общество", "Северный округ", ["choose 20.04.2020", "seminar 11.06.2020", "video 10.09.2020", "repeat 05.10.2020"]), ("Языковой клуб выходного дня", "Библиотека имени А. Степного", "Степной край", ["leave 20.04.2020"]),
        ];
        foreach (var (p, i) in practices.Select((p, i) => (p, i)))
        {
            var card = new RegistryObject(desk.Registry, i + 1, p.Name, centre);
            await Begin(desk, card, "25.03.2020", by, [("owner", p.Owner), ("region", p.Region), ("reach", (120 + (i * 35)).ToString())]);
            foreach (var step in p.Life.Select(l => l.Split(' '))) await Happen(desk, card, step[0], step[1], by, [("video", "https://video.example/practice"), ("where", "Два муниципальных района области")]);
        }
    }

    private async Task Begin(RegistryOnDesk desk, RegistryObject card, string day, Author by, (string Key, string Value)[] values, (string Key, Organisation Unit)? unit = null)
    {
        var read = Read(desk, values);
        if (unit is { } named) read[named.Key] = Vekha.Registries.RegistryField.Named(named.Unit.Id, named.Unit.ShortName);
        await book.Happen(desk, card, desk.Registry.Definition.First, PageDay.Parse(day)!.Value, read, Papers(desk.Registry.Definition.First, day), null, by);
        db.Add(card);
        await book.Confirm(desk, card, by);
    }

    private Task Happen(RegistryOnDesk desk, RegistryObject card, string move, string day, Author by, (string Key, string Value)[] values)
    {
        var known = desk.Registry.Definition.Move(move)!;
        return book.Happen(desk, card, known, PageDay.Parse(day)!.Value, Read(desk, [.. values.Where(v => known.Fields.Contains(v.Key) || v.Key is "decision" or "rank" or "contracted")]), Papers(known, day), null, by, despiteDouble: true);
    }

    private static Dictionary<string, string?> Read(RegistryOnDesk desk, IEnumerable<(string Key, string Value)> values) => values.ToDictionary(v => v.Key, v => desk.Registry.Definition.Field(v.Key)!.Read(v.Value).Value);

    private static IReadOnlyList<GivenPaper> Papers(Vekha.Registries.RegistryMove move, string day) => [.. move.Papers.Select((p, i) => new GivenPaper(p, $"от {day} № {i + 1}", null))];
}
