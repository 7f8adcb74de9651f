using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>What a person decided once is offered as decided in the next document of the same organisation, visibly, and can be taken back.</summary>
public abstract class MemoryPages(VekhaApp app)
{
    private static byte[] Document(string title, string last) => Encoding.UTF8.GetBytes($"{title} на 2023 год\n\n№\tМероприятие\tСрок\tОтветственный\n1\tПодготовка площадки\tдо 20.03.2023\tУправление культуры\n2\tПроведение праздника\t12.06.2023\tЦКС\n3\t{last}\tиюль 2023\tРуководители администраций районов\n");

    private async Task<(Visitor Office, Page Review)> Taught(string programme)
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var review = await office.Import("План первый.txt", Document("План мероприятий", "Подведение итогов"), programme);
        review = await review.Form("#questions .is-now form").Set("answer.Option", "1").Submit();
        review = await office.Open(review.Address.Split('?', '#')[0] + "?row=1");
        review = await review.Form("#form-1").Set("input.Executors[0].Name", "Централизованная клубная система").Submit();
        review = await review.Form("#class-0").Set("members", "Администрация Северного района\nАдминистрация Южного района").Submit();
        return (office, review);
    }

    [Fact]
    public async Task The_next_document_is_read_with_what_was_decided_and_says_where_it_comes_from()
    {
        var (office, first) = await Taught("Память");
        (await app.Draft(first)).Review.Rows[2].Executors.Select(e => e.Name).ShouldBe(["Администрация Северного района", "Администрация Южного района"]);
        (await app.Draft(first)).Review.Rows[2].EveryExecutorAnswers.ShouldBeTrue("a class alone means that each member owes the work");

        var next = await office.Import("План второй.txt", Document("План подготовки", "Отчёт о празднике"), "Память, второй год");
        var review = (await app.Draft(next)).Review;
        review.Head.BeforeIsInclusive.ShouldBe(false);
        review.Rows[1].Executors.Single().Name.ShouldBe("Централизованная клубная система");
        review.Rows[2].Executors.Select(e => e.Name).ShouldBe(["Администрация Северного района", "Администрация Южного района"]);
        next.Questions.ShouldBeEmpty();
        var answered = next.All(".v-asks > li.is-done");
        answered.Count(a => a.Contains("Так решили при прошлом разборе, «План первый.txt»")).ShouldBe(3);

        var members = review.Questions.Single(q => q.Kind == Vekha.Plans.ReviewQuestionKind.Members);
        next = await office.Open($"{next.Address}?q={members.Id}");
        next = await next.Form("#questions .is-now form").Set("answer.Option", "1").Submit();
        (await app.Draft(next)).Review.Rows[2].Executors.Single().Name.ShouldBe("Руководители администраций районов", "the class is back");
        next = await office.Open($"{next.Address.Split('?', '#')[0]}?q=inclusive");
        next = await next.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        (await app.Draft(next)).Review.Head.BeforeIsInclusive.ShouldBe(true);
    }

    [Fact]
    public async Task What_is_remembered_is_listed_and_forgotten_decisions_are_asked_again()
    {
        var (office, _) = await Taught("Список");
        var page = await (await office.Open("/desk/import")).Click("Что запомнено");
        page.All("tbody tr").Count.ShouldBe(3);
        page.Text.ShouldContain("ЦКС");
        page.Text.ShouldContain("Централизованная клубная система");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("входит ли сам этот день"));
        var forgotten = row.QuerySelector("button")!.GetAttribute("value")!;
        page = await page.Form("main form[action*=Forget]").Set("decision", forgotten).Submit();
        page.All("tbody tr").Count.ShouldBe(2);
        var next = await office.Import("План третий.txt", Document("План работы", "Отчёт"), "Список, второй год");
        next.Questions.ShouldContain(q => q.Contains("входит ли сам этот день"));

        var stranger = await app.SignedIn(Role.ProjectOffice);
        (await stranger.Open("/desk/import/remembered")).Has("tbody tr").ShouldBeFalse("another organisation decides for itself");
        var own = await stranger.Import("План чужой.txt", Document("План работы", "Отчёт"), "Чужая память");
        own.Text.ShouldNotContain("прошлом разборе");
    }

    [Fact]
    public async Task A_correction_taken_back_is_not_remembered()
    {
        var (office, review) = await Taught("Отмена памяти");
        for (var i = 0; i < 3; i++) review = await review.Form("Отменить").Submit();
        (await app.Draft(review)).Review.Rows[1].Executors.Single().Name.ShouldBe("ЦКС");
        (await office.Open("/desk/import/remembered")).Has("tbody tr").ShouldBeFalse();
    }

    [Fact]
    public async Task The_unit_behind_a_name_is_remembered_for_the_next_plan()
    {
        var town = await app.Unit();
        var office = await app.SignedIn(Role.ProjectOffice, town);
        var club = await app.Unit("МБУК «Клубная система»", town);
        var plan = await Assembled(office, "План первый.txt", "Закрепление");
        var measure = await app.Read(db => db.Measures.SingleAsync(m => m.PlanId == plan && m.Code == "2"));
        var card = await office.Open($"/desk/plans/measure/{measure.Id}");
        await card.Form("Закрепить").Set("unit", club.Id.ToString()).Submit();
        var next = await Assembled(office, "План второй.txt", "Закрепление, второй год");
        await (await office.Open($"/desk/plans/approve/{next}")).Form("Утвердить").Set("Post", "Глава").Set("Name", "С.П. Орлов").Set("On", "02.11.2020").Submit();
        (await app.Read(db => db.Assignments.SingleAsync(a => a.PlanId == next && a.ExecutorName == "ЦКС"))).OrganisationId.ShouldBe(club.Id);
    }

    private async Task<Guid> Assembled(Visitor office, string name, string programme)
    {
        var review = await office.Import(name, Document($"План {name}", "Итоги"), programme);
        while (review.Questions.Count > 0) review = await review.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        var plan = await (await review.ConfirmAll()).Form("Собрать план").Submit();
        return Guid.Parse(plan.Address.Split('/')[^1]);
    }
}

public sealed class MemoryPagesOnSqlite(SqliteApp app) : MemoryPages(app), IClassFixture<SqliteApp>;

public sealed class MemoryPagesOnPostgres(PostgresApp app) : MemoryPages(app), IClassFixture<PostgresApp>;
