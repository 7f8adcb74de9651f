using Vekha.Calendars;
using Vekha.Deadlines;
using Vekha.Plans;
using Vekha.Resolving;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Features.Control;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Browser;

/// <summary>One's own work, the card and the board, as a browser shows them.</summary>
public sealed class ControlLooks(BrowserApp app, Chromium chromium) : IClassFixture<BrowserApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Own_work_and_the_card_look_right_on_both_widths()
    {
        var project = await PortalProject.Approve(app, shownOn: new(2020, 11, 2));
        await project.Report(await app.SignedIn(Role.Executor, project.Education), "П.5", project.Education,
            "График съёмок составлен и согласован с советом ветеранов: 12 съёмочных дней, список вопросов, список из 24 участников рубрики «Живые голоса».", "28.10.2020", "Ждали ответа совета ветеранов");
        var (_, media) = await app.Hired(Role.Executor, project.Media);
        var (_, office) = await app.Hired(Role.ProjectOffice, project.Town);
        await using var window = await chromium.Open(app);
        await window.SignIn(await LoginOf(media));
        await window.Go("/desk/my");
        await window.Look("my");
        await window.Fill("Что сделано", "Медиаплан составлен, приказ ещё не подписан.");
        await window.Page.GetByText("Черновик сохранён в").WaitForAsync();
        await window.Press("Сохранить черновик");
        (await window.Text()).ShouldContain("Контролёр его не видит");
        await window.Look("my-draft");
        await window.Fill("Что сделано", "Медиаплан проекта на ноябрь 2020 — июнь 2021 утверждён приказом директора № 118 от 29.10.2020.");
        await window.Fill("Когда сделано", "29.10.2020");
        await window.Press("Отправить на проверку");
        await window.Look("my-refused");
        await window.Go("/desk/my?state=closed");
        await window.Look("my-empty");

        await using var controller = await chromium.Open(app);
        await controller.SignIn(await LoginOf(office));
        await controller.Go(await project.CardOf("П.5", project.Education));
        await controller.Look("assignment");
        await controller.Go(await project.CardOf("О.1", project.Education));
        await controller.Look("assignment-standing");
        (await controller.Text()).ShouldContain("исполняется постоянно");
    }

    [Fact]
    public async Task The_board_and_the_overdue_list_look_right_on_both_widths()
    {
        var town = await app.Unit();
        var programme = new Programme("Равные возможности детям", town.Id, "Ленинградская область", DeadlinePolicy.Municipal) { ShownOn = new(2017, 11, 20) };
        var plan = new Plan(programme.Id, "План мероприятий («дорожная карта») по реализации проекта «Равные возможности детям»", new DateRange(new(2017, 9, 1), new(2018, 8, 31)));
        Fill(plan);
        var approved = plan.Approve(new(new(2017, 9, 4), "Глава", "С.П. Орлов", null), programme.Policy.Calendar(), programme.Policy, default, Guid.CreateVersion7());
        Live(approved);
        await app.Keep([programme, plan, .. approved]);
        var (_, office) = await app.Hired(Role.ProjectOffice, town);
        await using var window = await chromium.Open(app);
        await window.SignIn(await LoginOf(office));
        await window.Go("/desk/control");
        await window.Look("control");
        await window.Go($"/desk/plans/team/{programme.Id}");
        await window.Look("team");
        await window.Go($"/desk/control/{programme.Id}");
        await window.Look("board");
        await window.Page.Locator(".v-cell--over").First.ClickAsync();
        await window.Look("board-cell");
        await window.Page.PdfAsync(new() { Path = Path.Combine(Repository.Root, "artifacts/screens/board.pdf"), PreferCSSPageSize = true });
        await window.Go("/desk/control/overdue");
        await window.Look("overdue");
        (await window.Text()).ShouldContain("отчёта нет");
    }

    private Task<string> LoginOf(Person person) => app.Read(db => Task.FromResult(db.Accounts.Single(a => a.PersonId == person.Id).Login));

    private static void Fill(Plan plan)
    {
        string[] stages = ["Подготовка и нормативная база", "Создание клубов", "Работа клубов", "Вторая очередь районов", "Подведение итогов"];
        string[] titles = ["Разработана концепция работы клуба", "Предусмотрено финансирование", "Подобраны помещения", "Утверждена дорожная карта района", "Проведён сбор отчётов о работе", "Размещены публикации"];
        string[] districts = ["Всеволожский", "Сосновоборский", "Тосненский", "Бокситогорский", "Волосовский", "Волховский", "Выборгский", "Гатчинский", "Кингисеппский", "Киришский", "Кировский", "Лодейнопольский"];
        for (var s = 0; s < stages.Length; s++)
        {
            var stage = plan.AddStage(stages[s]);
            for (var i = 0; i < 3; i++)
            {
                var measure = plan.AddMeasure(stage, $"{(s * 3) + i + 1}", titles[((s * 2) + i) % titles.Length]);
                measure.EveryExecutorAnswers = true;
                measure.DeadlineText = s == 4 && i == 2 ? "постоянно" : "в срок";
                var month = 9 + ((s + i) % 4);
                measure.Deadlines = [s == 4 && i == 2 ? new Deadline.Ongoing() : new Deadline.By(new(2017, month, 10 + (s * 3) + i))];
                foreach (var name in districts.Skip(s == 3 ? 3 : 0)) measure.AddExecutor($"Комитет образования, {name} район", ExecutorKind.Organisation);
            }
        }
    }

    /// <summary>A life for the plan: most is done in time, some late, some returned, some forgotten.</summary>
    private static void Live(IReadOnlyList<Assignment> assignments)
    {
        var person = Guid.CreateVersion7();
        var number = 0;
        foreach (var a in assignments.Where(a => a.Kind == AssignmentKind.Dated && a.Control < new DateOnly(2017, 11, 25)))
        {
            var turn = number++ * 7 % 13;
            if (turn is 0 or 5) continue;
            var fact = a.Control!.Value.AddDays(turn == 3 ? 4 : -turn);
            if (fact > new DateOnly(2017, 11, 18)) continue;
            a.Submit("Сделано, распорядительный акт приложен", fact, "Долго согласовывали", fact, new(fact, new(9, 0), TimeSpan.Zero), person, []);
            if (turn == 6) a.SendBack("Нет реквизитов акта", fact.AddDays(1), new(fact.AddDays(1), new(9, 0), TimeSpan.Zero), person);
            else if (turn != 11) a.Accept(null, fact.AddDays(1), new(fact.AddDays(1), new(9, 0), TimeSpan.Zero), person);
        }
    }
}
